import { plusSeconds, type Instant } from '#contracts/domain/instant.ts'
import { forgetWholly, notYetForgotten } from '#contracts/store/forgetting.ts'
import { forgetUnreported } from '#contracts/store/unreported.ts'
import type { WorkerContext } from '../context.ts'
import { each } from '../each.ts'
import type { LoopPlan, takenUpBy } from './plan.ts'

const KEPT_S = 30 * 24 * 3600
/** Rounds tell where people were: long enough to look into a complaint, and no longer. */
const ROUNDS_KEPT_S = 14 * 24 * 3600
/** What the inputs of rounds may take in the database, packed, of one agency: a week of busy nights, and not the disk. */
const ROUNDS_BYTES = 2_000_000_000
/** An uploaded photo may wait this long for the event that refers to it, a reporter for his report; codes that are over are of no use. */
const UNUSED_S = 24 * 3600
/** Who called in a report may be asked again while it is looked into; after that his name and number are nobody's business. */
const REPORTERS_KEPT_S = 90 * 24 * 3600
/** By then every request that read him before he left has ended. */
const SETTLED_S = 3600

type Erased = (typeof takenUpBy)['eraser'][number]

/** Forgets those who have left, the whole of it, until it is known to be done; one who cannot be forgotten now keeps no other. */
const forgetLeavers = async ({ store, presence, log }: WorkerContext, now: Instant): Promise<number> => {
  const settledBefore = plusSeconds(now, -SETTLED_S)
  const leavers = await notYetForgotten(store, settledBefore)
  let forgotten = 0
  await each(leavers, 4, (leaver) =>
    forgetWholly({ store, presence }, leaver, { now, settledBefore }).then(
      () => (forgotten += 1),
      (err: unknown) => log.warn({ err, volunteerId: leaver.id }, 'not forgotten yet'),
    ),
  )
  return forgotten
}

/**
 * What was said by and to partners goes after 30 days, the inputs of match rounds after 14, photos that nobody refers to and codes after one,
 * who reported an incident 90 days after its end, who reported one that was not saved after one day, and who a volunteer was who has left as often as it takes; that it was said, and what came of it, stays.
 */
export const eraserLoop = (ctx: WorkerContext): LoopPlan => ({
  name: 'eraser',
  everyMs: 3_600_000,
  leaseS: 600,
  run: async (_signal, takeUp) => {
    const now = ctx.clock.now().toISOString()
    const before = plusSeconds(now, -KEPT_S)
    const yesterday = plusSeconds(now, -UNUSED_S)
    const { texts, receipts } = ctx.store
    const steps = {
      received: () => receipts.eraseBodies(before),
      sent: () => ctx.deliveries.eraseData(before),
      photos: () => ctx.photos.eraseUnused(new Date(yesterday)),
      answerCodes: () => ctx.answerCodes.forget(yesterday),
      signInCodes: () => ctx.signInCodes.forget(yesterday),
      signIns: () => ctx.deliveries.forgetSignIns(yesterday),
      oldRounds: () => ctx.rounds.eraseBefore(plusSeconds(now, -ROUNDS_KEPT_S)),
      roundsOverBudget: async () => {
        let count = 0
        for (const agencyId of await ctx.asking.agencyIds())
          count += await ctx.rounds.trim(agencyId, ROUNDS_BYTES)
        return count
      },
      reporters: () => texts.forgetReporters(plusSeconds(now, -REPORTERS_KEPT_S)),
      unreported: () => forgetUnreported(ctx.store, { before: yesterday, now }),
      leavers: () => forgetLeavers(ctx, now),
    } satisfies Record<Erased, () => Promise<number>>
    // One after the other; one that fails keeps none from being done, and is thrown at the end.
    await each(Object.entries(steps), 1, async ([what, step]) => takeUp(what as Erased, await step()))
  },
})
