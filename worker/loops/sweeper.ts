import { endDuty } from '#contracts/domain/volunteer/commands.ts'
import { createZones } from '#contracts/store/zones.ts'
import type { WorkerContext } from '../context.ts'
import { each } from '../each.ts'
import { dueJob } from '../jobs/due.ts'
import { matchedCursor, wantedCursor } from '../round/round.ts'
import { matchAnyway, matchUpTo } from '../round/turns.ts'
import { system } from '../system.ts'
import type { LoopPlan, TakeUp } from './plan.ts'

const MOST_AT_A_PASS = 500
const AT_ONCE = 8

/** Facts that called for a round whose job got lost with Redis. */
const catchUp = async (ctx: WorkerContext, agencyId: string): Promise<boolean> => {
  const { cursors } = ctx.store
  const wanted = await cursors.read(wantedCursor(agencyId))
  if ((await cursors.read(matchedCursor(agencyId))) >= wanted) return false
  return matchUpTo(ctx, agencyId, wanted)
}

/** Up to which moment the zones that begin by the clock were looked for, in ms since the epoch. */
export const zonesCursor = (agencyId: string): string => `zones-begun:${agencyId}`

/** A zone drawn for later begins without a fact: a round takes back what was asked of people whom it keeps away from now on. */
const beginZones = async (ctx: WorkerContext, agencyId: string): Promise<boolean> => {
  const { cursors, models } = ctx.store
  const now = ctx.clock.now()
  const since = new Date(await cursors.read(zonesCursor(agencyId))).toISOString()
  const hasBegun = await createZones(models).hasBegun(agencyId, since, now.toISOString())
  if (hasBegun) await matchAnyway(ctx, agencyId)
  await cursors.advance(zonesCursor(agencyId), now.getTime())
  return hasBegun
}

/** Duty that was until a moment ends with it, on time or a moment late. */
const endDuties = async (ctx: WorkerContext, takeUp: TakeUp): Promise<void> => {
  const over = await ctx.asking.dutiesOver(ctx.clock.now().toISOString(), MOST_AT_A_PASS)
  await each(over, AT_ONCE, async ({ volunteerId, agencyId, version }) => {
    const op = { opId: `duty:${volunteerId}:${version}`, agencyId, by: system }
    const { facts } = await ctx.store.ledger.change('volunteer', volunteerId, op, (state, now) =>
      state === null ? [] : endDuty(state, now),
    )
    if (facts.length > 0) takeUp('dutiesEnded')
  })
}

/** Does itself whatever is overdue, straight from MongoDB: queues make the platform quick, this makes it certain. */
export const sweeperLoop = (ctx: WorkerContext): LoopPlan => ({
  name: 'sweeper',
  everyMs: 5000,
  leaseS: 4,
  run: async (signal, takeUp) => {
    const rounds = async () =>
      each(await ctx.asking.agencyIds(), 4, async (agencyId) => {
        if (await catchUp(ctx, agencyId)) takeUp('rounds')
      })
    const zones = async () =>
      each(await ctx.asking.agencyIds(), 4, async (agencyId) => {
        if (await beginZones(ctx, agencyId)) takeUp('zonesBegun')
      })
    const duties = () => endDuties(ctx, takeUp)
    const dueTimes = async () => {
      const overdue = await ctx.asking.overdue(ctx.clock.now().toISOString(), MOST_AT_A_PASS)
      await each(overdue, AT_ONCE, async (incident) => {
        if (!signal.aborted && (await dueJob(ctx, incident))) takeUp('dueTimes')
      })
    }
    // One after the other, and none keeps the next from being done.
    await each([rounds, zones, duties, dueTimes], 1, (part) => part())
  },
})
