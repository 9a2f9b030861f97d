import { afterAll, beforeAll, expect, it } from 'vitest'
import { tick } from '#contracts/domain/incident/commands/tick.ts'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { defaultMatchPolicy } from '#contracts/domain/policy/defaults.ts'
import { readRound } from '../../../worker/round/read.ts'
import { runRound } from '../../../worker/round/round.ts'
import { audit } from '../../world/audit.ts'
import { anIncident, aPartner, aVolunteer, change, incidentOf, PLACE, says } from '../given.ts'
import { AGENCY, type Bench, openBench } from '../world.ts'

let bench: Bench
beforeAll(async () => {
  // One at a time, so that who is asked is who is asked first.
  bench = await openBench({ policy: { ...defaultMatchPolicy, mostPerSlot: 1, coolDownS: 0 } })
})
afterAll(async () => {
  await bench.ctx.store.settled()
  expect((await audit(bench.ctx.connection)).faults).toEqual([])
  await bench.close()
})

const round = async () => {
  await runRound(bench.ctx, AGENCY)
  await bench.ctx.store.settled()
}
/** A phone told where it is so many seconds ago. */
const seen = (id: string, metres: number, seconds: number) => {
  const at = plusSeconds(bench.ctx.clock.now().toISOString(), -seconds)
  const fix = { lat: PLACE.lat + metres / 111_195, lng: PLACE.lng, accuracyM: 20, at }
  return bench.ctx.presence.keep(AGENCY, new Map([[id, fix]]))
}
const askedFor = async (id: string) => (await incidentOf(bench.ctx, id)).offers
const silencesOf = async (id: string) =>
  (await readRound(bench.ctx, AGENCY))?.input.candidates.find(({ volunteerId }) => volunteerId === id)
    ?.silences

it('asks whoever kept silent three times in a row after somebody of equal merit who did not', async () => {
  const { ctx } = bench
  const { id: partnerId } = await aPartner(ctx, { url: 'https://mitra.example/hook' })
  const quiet = await aVolunteer(ctx, { partnerId, north: null })
  const heard = await aVolunteer(ctx, { partnerId, north: null })
  await seen(quiet, 300, 600)
  await seen(heard, 900, 600)

  for (let n = 0; n < 3; n++) {
    const { id } = await anIncident(ctx, { needs: [{ quantity: 2 }] })
    await round()
    const offers = await askedFor(id)
    expect(offers.map(({ volunteerId }) => volunteerId).sort()).toEqual([quiet, heard].sort())
    await says.no(ctx, id, offers.find(({ volunteerId }) => volunteerId === heard)!.id)
    await change(ctx, id, (state, now) => tick(state, ctx.store.sla, plusSeconds(now, 700)))
  }

  const { id } = await anIncident(ctx)
  expect(await silencesOf(quiet)).toBe(3)
  expect(await silencesOf(heard)).toBeUndefined()
  await round()
  const [first, ...others] = await askedFor(id)
  expect(others).toEqual([])
  expect(first?.volunteerId).toBe(heard)
  await says.no(ctx, id, first!.id)
  await round()
  // He is not written off.
  expect((await askedFor(id)).map(({ volunteerId }) => volunteerId)).toEqual([quiet])

  // A fix that came after he was asked shows that his phone is reached.
  await change(ctx, id, (state, now) => tick(state, ctx.store.sla, plusSeconds(now, 700)))
  await seen(quiet, 300, 0)
  const next = await anIncident(ctx)
  expect(await silencesOf(quiet)).toBeUndefined()
  await round()
  expect((await askedFor(next.id)).map(({ volunteerId }) => volunteerId)).toEqual([quiet])
})
