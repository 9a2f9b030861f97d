import { unfollowedAmong } from '#contracts/store/unfollowed.ts'
import type { WorkerContext } from '../context.ts'
import { each } from '../each.ts'
import type { LoopPlan } from './plan.ts'

/** While Redis is away the coarse places are all there is to erase. */
const knownPlaces = async ({ presence, log }: WorkerContext, agencyId: string): Promise<string[]> => {
  const fixes = presence.all(agencyId).catch((err: unknown) => {
    log.debug({ err, agencyId }, 'no positions')
    return new Map<string, never>()
  })
  return [...new Set([...(await fixes).keys(), ...(await presence.coarse(agencyId)).keys()])]
}

/**
 * Forgets where people are who are neither on duty nor bound nor calling for help: whichever way they came to be that, also
 * when a fix of theirs was still on its way, or Redis was away.
 */
export const unfollowedLoop = (ctx: WorkerContext): LoopPlan => ({
  name: 'unfollowed',
  everyMs: 60_000,
  leaseS: 50,
  run: async (_signal, takeUp) => {
    await each(await ctx.asking.agencyIds(), 1, async (agencyId) => {
      const unfollowed = await unfollowedAmong(ctx.store, await knownPlaces(ctx, agencyId))
      await each([...unfollowed], 8, async (id) => {
        await ctx.presence.forget(agencyId, id)
        takeUp('placesForgotten')
      })
    })
  },
})
