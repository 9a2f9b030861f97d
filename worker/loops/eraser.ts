import { plusSeconds } from '#contracts/domain/instant.ts'
import type { WorkerContext } from '../context.ts'
import type { LoopPlan } from './plan.ts'

const KEPT_S = 30 * 24 * 3600
/** Rounds tell where people were: long enough to look into a complaint, and no longer. */
const ROUNDS_KEPT_S = 14 * 24 * 3600
/** An uploaded photo may wait this long for the event that refers to it; codes that are over are of no use. */
const UNUSED_S = 24 * 3600

/**
 * What was said by and to partners goes after 30 days, the inputs of match rounds after 14, photos that nobody refers to and codes after one, and at once
 * who a volunteer was who has left, should that have been interrupted; that it was said, and what came of it, stays.
 */
export const eraserLoop = (ctx: WorkerContext): LoopPlan => ({
  name: 'eraser',
  everyMs: 3_600_000,
  leaseS: 600,
  run: async () => {
    const now = ctx.clock.now().toISOString()
    const before = plusSeconds(now, -KEPT_S)
    const received = await ctx.store.receipts.eraseBodies(before)
    const sent = await ctx.deliveries.eraseData(before)
    const yesterday = plusSeconds(now, -UNUSED_S)
    const photos = await ctx.photos.eraseUnused(new Date(yesterday))
    const codes =
      (await ctx.answerCodes.forget(yesterday)) +
      (await ctx.signInCodes.forget(yesterday)) +
      (await ctx.deliveries.forgetSignIns(yesterday))
    const rounds = await ctx.rounds.eraseBefore(plusSeconds(now, -ROUNDS_KEPT_S))
    const left = await ctx.store.texts.forget(await ctx.store.texts.leftBehind())
    if (received + sent + photos + codes + rounds + left > 0)
      ctx.log.info({ received, sent, photos, codes, rounds, left }, 'what is no longer needed erased')
    return { erased: received + sent + photos + codes + rounds + left }
  },
})
