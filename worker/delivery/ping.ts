import { derivedId } from '#contracts/runtime/ids.ts'
import { pingMessage } from '#contracts/store/ping.ts'
import type { WorkerContext } from '../context.ts'
import { queueUp } from './queue-up.ts'
import { each } from '../each.ts'

/** Rounds come as often as facts do: of one partner one ping in each span of this length. */
const SPACE_MS = 5000

/** Writes and sends a ping to each of these partners, once for all workers. */
export const pingPartners = async (
  ctx: WorkerContext,
  agencyId: string,
  partnerIds: readonly string[],
): Promise<void> => {
  const now = ctx.clock.now()
  const turn = String(Math.floor(now.getTime() / SPACE_MS))
  await each(partnerIds, 1, async (partnerId) => {
    const pingId = derivedId('msg', 'well again', partnerId, turn)
    const message = pingMessage({ agencyId, partnerId, pingId, url: null }, now.toISOString())
    if (await ctx.deliveries.add(message)) queueUp(ctx, message)
  })
}
