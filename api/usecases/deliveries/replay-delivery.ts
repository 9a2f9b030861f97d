import { orderReplay } from '#contracts/domain/partner/letters.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import { mayReplay } from './may-replay.ts'
import { type DeliveryName, readDelivery } from './read-delivery.ts'

/**
 * A new series of attempts of a message that was given up, under the same webhook-id; a worker begins it within seconds.
 * @throws Refusal `not_found`, `already_done`, `illegal_move`, `terminal`; NotSaved
 */
export const replayDelivery = async (
  context: Pick<Context, 'deliveries' | 'store' | 'clock'>,
  op: Op,
  { reason, ...name }: DeliveryName & { reason: string },
): Promise<Changed> => {
  const { deliveries, store, clock } = context
  const delivery = await readDelivery(context, op.agencyId, name)
  const changed = { kind: 'delivery', id: delivery._id } as const
  if (delivery.replays.some(({ opId }) => opId === op.opId)) return changed
  const at = clock.now().toISOString()
  mayReplay(delivery, (await store.ledger.load('incident', delivery.entityId))?.state ?? null, at)
  // The order stands in the ledger before it is carried out: nothing is sent anew without a trace of who and why.
  const { textId } = await store.texts.keep(op.agencyId, name.partnerId, reason)
  await store.ledger.change('partner', name.partnerId, op, () => orderReplay(delivery._id, textId))
  if (!(await deliveries.replay(delivery, { at, by: op.by.id, opId: op.opId })))
    throw new Refusal('already_done')
  return changed
}
