import { afterEach, beforeEach, expect, it } from 'vitest'
import type { IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import { correct } from '#contracts/domain/incident/commands/correct.ts'
import { setNeeds } from '#contracts/domain/incident/commands/needs.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { runRound } from '../../../worker/round/round.ts'
import { aPartner, aVolunteer, anIncident, change, incidentOf, PLACE } from '../given.ts'
import { AGENCY, type Bench, openBench } from '../world.ts'

let bench: Bench
let partnerId: string
beforeEach(async () => {
  bench = await openBench()
  partnerId = (await aPartner(bench.ctx, { url: 'https://mitra.example/hook' })).id
})
afterEach(async () => {
  await bench.ctx.store.settled()
  await bench.close()
})

/** A round during which something is written to the file, when it has been planned and before its offers are written. */
const roundWhile = async (id: string, decide: (state: Incident) => IncidentFactBody[]): Promise<Incident> => {
  const { ctx } = bench
  let isDone = false
  const planned: typeof ctx.planner.decide = async (input) => {
    const decided = await ctx.planner.decide(input)
    if (!isDone) await change(ctx, id, decide)
    isDone = true
    return decided
  }
  await runRound({ ...ctx, planner: { ...ctx.planner, decide: planned } }, AGENCY)
  await ctx.store.settled()
  return incidentOf(ctx, id)
}
const needing =
  (over: { vehicle?: 'any' | 'car'; skill?: 'p3k' }) =>
  (state: Incident): IncidentFactBody[] =>
    setNeeds(state, {
      needs: state.needs.map(({ id, task, vehicle, skill, quantity }) => ({
        needId: id,
        task,
        vehicle,
        skill,
        quantity,
        ...over,
      })),
      standDown: [],
    })

it.each([
  ['another vehicle', { vehicle: 'car' as const }],
  ['a skill', { skill: 'p3k' as const }],
])('nobody is asked on terms that the need had before it wanted %s', async (_, over) => {
  await aVolunteer(bench.ctx, { partnerId, vehicle: 'motorcycle' })
  const { id } = await anIncident(bench.ctx)
  const during = await roundWhile(id, needing(over))
  expect([during.offers, during.alarms]).toEqual([[], []])

  const fit = await aVolunteer(bench.ctx, { partnerId, vehicle: 'car', skills: ['p3k'] })
  await runRound(bench.ctx, AGENCY)
  expect((await incidentOf(bench.ctx, id)).offers).toMatchObject([{ volunteerId: fit }])
})

it('nobody is asked near a place that was corrected while the round was planned', async () => {
  await aVolunteer(bench.ctx, { partnerId })
  const { id } = await anIncident(bench.ctx)
  const place = { lat: PLACE.lat - 0.05, lng: PLACE.lng, kelurahan: null, doubt: false }
  const during = await roundWhile(id, (state) => correct(state, { place }))
  expect(during.offers).toEqual([])
})

it('a place that was corrected during the search asks those who are near it, also who was asked before', async () => {
  const { ctx } = bench
  const old = await aVolunteer(ctx, { partnerId })
  const { id } = await anIncident(ctx)
  await runRound(ctx, AGENCY)
  expect((await incidentOf(ctx, id)).offers).toMatchObject([{ volunteerId: old }])
  const near = await aVolunteer(ctx, { partnerId, north: -5000 })
  const place = { lat: PLACE.lat - 0.05, lng: PLACE.lng, kelurahan: null, doubt: false }
  await change(ctx, id, (state) => correct(state, { place }))
  await runRound(ctx, AGENCY)
  const { offers, asked } = await incidentOf(ctx, id)
  expect(offers[0]).toMatchObject({ volunteerId: near })
  expect(asked[0]).toMatchObject({ volunteerId: old, ended: 'withdrawn', endReason: 'replanned' })

  const back = { ...place, lat: PLACE.lat }
  await change(ctx, id, (state) => correct(state, { place: back }))
  await runRound(ctx, AGENCY)
  expect((await incidentOf(ctx, id)).offers.map(({ volunteerId }) => volunteerId)).toContain(old)
})

it('a need for which nobody was found is not stalled when it asks for something else by now', async () => {
  const here = await aVolunteer(bench.ctx, { partnerId, vehicle: 'motorcycle' })
  const { id } = await anIncident(bench.ctx, { needs: [{ quantity: 1, vehicle: 'car' }] })
  const during = await roundWhile(id, needing({ vehicle: 'any' }))
  expect([during.alarms, during.needs[0]?.stalled]).toEqual([[], null])
  await runRound(bench.ctx, AGENCY)
  expect((await incidentOf(bench.ctx, id)).offers).toMatchObject([{ volunteerId: here }])
})
