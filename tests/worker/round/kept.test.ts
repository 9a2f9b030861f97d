import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { replay, replayTexts } from '../../../local/replay/replay.ts'
import { runRound } from '../../../worker/round/round.ts'
import { anIncident, aPartner, aVolunteer, incidentOf, says, volunteers } from '../given.ts'
import { AGENCY, type Bench, openBench } from '../world.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(async () => bench.close())

describe('a round', () => {
  it('is kept when it changed something, says why each was not asked, and decides the same again', async () => {
    const { ctx } = bench
    const { id: partnerId } = await aPartner(ctx, { url: 'https://mitra.example/hook' })
    await volunteers(ctx, 9, { partnerId })
    const off = await aVolunteer(ctx, { partnerId, duty: 'off' })
    const car = await aVolunteer(ctx, { partnerId, vehicle: 'car' })
    const { id, needIds } = await anIncident(ctx, { needs: [{ quantity: 1, vehicle: 'motorcycle' }] })
    await runRound(ctx, AGENCY)
    await runRound(ctx, AGENCY)
    const [offer] = (await incidentOf(ctx, id)).offers
    await says.no(ctx, id, offer!.id)
    await ctx.store.settled()
    await runRound(ctx, AGENCY)

    const ids = await ctx.rounds.ids()
    expect(ids[0]).toBe(offer?.why?.roundId)
    const results = await replay(ctx.rounds, ids)
    expect(results.map(({ result }) => result)).toEqual(ids.map(() => 'equal'))

    const kept = (await ctx.rounds.read(ids[0]!))!
    const notAsked = JSON.parse(kept.notAsked) as {
      anyway: Record<string, string[]>
      byNeed: Record<string, Record<string, string[]>>
    }
    expect(notAsked.anyway).toEqual({ off_duty: [off] })
    expect(notAsked.byNeed[needIds[0]!]).toMatchObject({ wrong_vehicle: [car] })
    // Every number of the plan has its people.
    const plan = JSON.parse(kept.plan) as { incidents: { needs: { reasons: Record<string, number> }[] }[] }
    const counted = Object.values({ ...notAsked.anyway, ...notAsked.byNeed[needIds[0]!] }).map(
      (list) => list.length,
    )
    const told = Object.values(plan.incidents[0]!.needs[0]!.reasons)
    expect(counted.reduce((a, b) => a + b)).toBe(told.reduce((a, b) => a + b))

    // A single changed answer of the input is seen.
    const other = replayTexts('x', { ...kept, input: kept.input.replaceAll('"accepted":0', '"accepted":9') })
    expect(other.result).toBe('differs')
    expect(other.parting).not.toBeNull()

    const { models } = ctx.store
    const sizes = await models.rounds.find().sort({ at: -1 }).select({ bytes: 1 }).lean().exec()
    const [newest] = sizes
    expect(await ctx.rounds.trim(AGENCY, newest!.bytes)).toBe(ids.length - 1)
    expect(await ctx.rounds.trim(AGENCY, newest!.bytes)).toBe(0)
    const left = await replay(ctx.rounds, ids)
    expect(left.map(({ result }) => result)).toEqual(
      ids.map((id) => (id === ids.at(-1) ? 'equal' : 'not_kept')),
    )
    expect(await ctx.rounds.ids()).toEqual(ids)

    expect(await ctx.rounds.eraseBefore('2999-01-01T00:00:00.000Z')).toBe(ids.length)
    expect(await replay(ctx.rounds, [ids[0]!])).toMatchObject([{ result: 'not_kept' }])
  })
})
