import { Refusal } from '#contracts/domain/refusal.ts'
import { derivedId } from '#contracts/runtime/ids.ts'
import { untouched } from '#contracts/store/deliveries.ts'
import type { Op } from '#contracts/store/ledger.ts'
import { deliveryBodies } from '#contracts/wire/partner/deliveries.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'

/** The `webhook-id` of the ping of an operation. */
export const pingIdOf = ({ opId }: Op): string => derivedId('msg', 'ping', opId)

/** The message by which a partner is pinged. */
export const pingOf = (partnerId: string, pingId: string): string => `${pingId}:${partnerId}`

/** Writes a ping; the worker signs and sends it. `url`: one that does not count yet, or null for the one that does. */
export const writePing = async (
  { deliveries, clock }: Pick<Context, 'deliveries' | 'clock'>,
  { agencyId }: Op,
  { partnerId, pingId, url }: { partnerId: string; pingId: string; url: string | null },
): Promise<string> => {
  const now = clock.now().toISOString()
  const id = pingOf(partnerId, pingId)
  await deliveries.add({
    ...untouched,
    _id: id,
    agencyId,
    partnerId,
    webhookId: pingId,
    type: 'ping',
    entityId: partnerId,
    subject: partnerId,
    volunteerId: null,
    data: deliveryBodies.ping.parse({ note: 'Top Ranger' }),
    state: 'pending',
    createdAt: now,
    nextAt: now,
    attempts: [],
    url,
  })
  return id
}

/** A ping to the URL that counts. @throws Refusal `not_found`, `no_endpoint` */
export const pingPartner = async (context: Context, op: Op, id: string): Promise<Changed> => {
  const doc = await context.store.ledger.load('partner', id)
  if (doc === null || doc.agencyId !== op.agencyId) throw new Refusal('not_found')
  if (doc.state.url === null) throw new Refusal('no_endpoint')
  const message = { partnerId: id, pingId: pingIdOf(op), url: null }
  return { kind: 'delivery', id: await writePing(context, op, message) }
}
