import type { Delivery } from '#contracts/store/documents.ts'
import { isUrgent } from '#contracts/wire/partner/deliveries.ts'
import type { MessageType } from '#contracts/wire/sms.ts'
import type { WorkerContext } from '../context.ts'
import { attemptDelivery } from './attempt.ts'

/** Somebody on his way for nothing goes first, then whoever waits for a word, then the rest. */
const rankOf = (type: MessageType): number => (type === 'assignment.stood_down' ? 0 : isUrgent(type) ? 1 : 2)

/** Puts a message into its partner's lane. When there is no place, or the process dies, the courier finds it again. */
export const queueUp = (
  ctx: WorkerContext,
  { _id, partnerId, type }: Pick<Delivery, '_id' | 'partnerId' | 'type'>,
): boolean =>
  ctx.lanes.enter(partnerId, { id: _id, rank: rankOf(type), work: () => attemptDelivery(ctx, _id) })
