import { afterEach, beforeEach, expect, it } from 'vitest'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { runRound } from '../../../worker/round/round.ts'
import { anIncident, aPartner, aVolunteer, incidentOf, PLACE } from '../given.ts'
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

/** Fixes so many metres north of Oebufu, five seconds apart, the last of them so many seconds ago. */
const rode = async (id: string, agoS: number, ...metres: number[]) => {
  const now = bench.ctx.clock.now().toISOString()
  for (const [i, north] of metres.entries()) {
    const at = plusSeconds(now, (i + 1 - metres.length) * 5 - agoS)
    const fix = { lat: PLACE.lat + north / 111_195, lng: PLACE.lng, accuracyM: 10, at }
    await bench.ctx.presence.keep(AGENCY, new Map([[id, fix]]))
  }
}
const rides = (id: string, ...metres: number[]) => rode(id, 0, ...metres)
const round = async (id: string) => {
  await runRound(bench.ctx, AGENCY)
  await bench.ctx.store.settled()
  return incidentOf(bench.ctx, id)
}

it('ranks lower whose phone jumped once: the one a little further away is the better bet', async () => {
  const jumper = await aVolunteer(bench.ctx, { partnerId, north: null })
  const steady = await aVolunteer(bench.ctx, { partnerId, north: null })
  await rides(jumper, 1500, 400)
  await rides(steady, 700, 700)
  const { id } = await anIncident(bench.ctx, { needs: [{ quantity: 2 }] })
  const { offers } = await round(id)
  const why = (volunteerId: string) => offers.find((offer) => offer.volunteerId === volunteerId)?.why?.parts
  expect(why(jumper)).toMatchObject({ rank: 2 })
  expect(why(jumper)?.['implausibility']).toBeGreaterThan(4.9)
  expect(why(steady)).toMatchObject({ implausibility: 0, rank: 1 })
})

it('asks nobody whose phone jumps across the city, says so, and believes him again after an hour and a half', async () => {
  const ghost = await aVolunteer(bench.ctx, { partnerId, north: null })
  await rides(ghost, 400, 12_000, 400)
  const { id } = await anIncident(bench.ctx)
  expect((await round(id)).needs[0]?.stalled).toMatchObject({
    reasons: { implausible_position: 1 },
    remedies: ['call_by_hand', 'hand_over', 'drop'],
  })

  const forgiven = await aVolunteer(bench.ctx, { partnerId, north: null })
  await rode(forgiven, 5400, 400, 12_000, 400)
  await rides(forgiven, 450)
  expect((await round(id)).offers).toMatchObject([{ volunteerId: forgiven }])
})
