import { Refusal } from '#contracts/domain/refusal.ts'
import { derivedId } from '#contracts/runtime/ids.ts'
import type { Op } from '#contracts/store/ledger.ts'
import { pingMessage, type Ping } from '#contracts/store/ping.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'

/** The `webhook-id` of the ping of an operation. */
export const pingIdOf = ({ opId }: Op): string => derivedId('msg', 'ping', opId)

/** Writes a ping; the worker signs and sends it. Returns the id of the message. */
export const writePing = async (
  { deliveries, clock }: Pick<Context, 'deliveries' | 'clock'>,
  { agencyId }: Op,
  ping: Omit<Ping, 'agencyId'>,
): Promise<string> => {
  const message = pingMessage({ ...ping, agencyId }, clock.now().toISOString())
  await deliveries.add(message)
  return message._id
}

/** A ping to the URL that counts. @throws Refusal `not_found`, `no_endpoint` */
export const pingPartner = async (context: Context, op: Op, id: string): Promise<Changed> => {
  const doc = await context.store.ledger.load('partner', id)
  if (doc === null || doc.agencyId !== op.agencyId) throw new Refusal('not_found')
  if (doc.state.url === null) throw new Refusal('no_endpoint')
  const message = { partnerId: id, pingId: pingIdOf(op), url: null }
  return { kind: 'delivery', id: await writePing(context, op, message) }
}
