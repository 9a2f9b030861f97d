import { setLetterAside } from '#contracts/domain/partner/letters.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import { type DeliveryName, readDelivery } from './read-delivery.ts'

/** Lets a dead letter rest: it alarms nobody any more. @throws Refusal `not_found`, `illegal_move` when it is not dead; NotSaved */
export const setAsideDelivery = async (
  context: Pick<Context, 'deliveries' | 'store' | 'clock'>,
  op: Op,
  name: DeliveryName,
): Promise<Changed> => {
  const { _id: id, state, seenAt } = await readDelivery(context, op.agencyId, name)
  if (state !== 'dead') throw new Refusal('illegal_move')
  if (seenAt !== null) return { kind: 'delivery', id }
  await context.store.ledger.change('partner', name.partnerId, op, () => setLetterAside(id))
  await context.deliveries.setAside(id, context.clock.now().toISOString())
  return { kind: 'delivery', id }
}
