import type { WorkerContext } from '../context.ts'
import { each } from '../each.ts'
import { pingPartners } from '../delivery/ping.ts'
import { withdrawBarred } from './barred.ts'
import { keepRound } from './keep.ts'
import { readRound } from './read.ts'
import { swapOffers } from './swap.ts'
import { writePlan } from './write.ts'

/** People may be bound elsewhere between reading and writing; a round that came short is planned anew this often. */
const PASSES = 3
/** So many incidents are written at a time: a plan gives nobody to two of them, and each is a document of its own. */
const AT_ONCE = 4

/** Up to which seq the agency is matched: what the facts so far called for has been asked. */
export const matchedCursor = (agencyId: string): string => `matched:${agencyId}`
/** Up to which seq facts have called for a round. Behind `matched` all is done. */
export const wantedCursor = (agencyId: string): string => `wanted:${agencyId}`

const onePass = async (ctx: WorkerContext, agencyId: string): Promise<'done' | 'short'> => {
  const read = await readRound(ctx, agencyId)
  if (read === null) return 'done'
  const decided = await ctx.planner.decide(read.input)
  const { plan, swaps } = decided
  const roundId = ctx.ids.next('rnd')
  let outcome: 'done' | 'short' = 'done'
  let isChanged = false
  const write = () =>
    each(plan.incidents, AT_ONCE, async (incident) => {
      const written = await writePlan(ctx, agencyId, roundId, { ...incident, solver: plan.solver }, read)
      if (written.isShort) outcome = 'short'
      isChanged ||= written.isChanged
    })
  const swap = async () => {
    if ((await swapOffers(ctx, agencyId, roundId, swaps)) === 0) return
    outcome = 'short'
    isChanged = true
  }
  const keep = async () => {
    if (isChanged) await keepRound(ctx, agencyId, roundId, read.input.now, decided)
  }
  // Each after the one before, whether or not that failed for some incident: what is written is explained.
  const ping = () => pingPartners(ctx, agencyId, read.toPing)
  await each([write, swap, keep, ping], 1, (step) => step())
  ctx.log.debug(
    { agencyId, roundId, solver: plan.solver, incidents: plan.incidents.length, outcome },
    'round',
  )
  return outcome
}

/**
 * One match round: everybody who should be asked now, for all open slots of an agency. Harmless at any time and as often
 * as one likes: it decides from the state alone, and whoever was asked already is not asked again.
 */
export const runRound = async (ctx: WorkerContext, agencyId: string): Promise<void> => {
  // Read before the incidents: whatever has a seq by now is in the files that the round reads.
  const { seq } = await ctx.store.cursors.head(agencyId)
  const passes = async () => {
    for (let pass = 1; pass <= PASSES && (await onePass(ctx, agencyId)) === 'short'; pass += 1);
  }
  await each([() => withdrawBarred(ctx, agencyId), passes], 1, (part) => part())
  // Not when anything failed: then the sweeper runs another.
  await ctx.store.cursors.advance(matchedCursor(agencyId), seq)
}
