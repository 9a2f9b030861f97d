import { afterEach, beforeEach, expect, it } from 'vitest'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { changeZone, drawZone, endZone } from '#contracts/domain/zone/commands.ts'
import { circle } from '#contracts/domain/zone/ring.ts'
import type { Drawn } from '#contracts/domain/zone/zone.ts'
import { acceptOffer } from '../../../api/usecases/answer/accept-offer.ts'
import { sweeperLoop } from '../../../worker/loops/sweeper.ts'
import { runRound } from '../../../worker/round/round.ts'
import { audit } from '../../world/audit.ts'
import { anIncident, aPartner, aVolunteer, incidentOf, op, PLACE } from '../given.ts'
import { onePass } from '../pass.ts'
import { AGENCY, type Bench, openBench } from '../world.ts'

let bench: Bench
let partnerId: string
beforeEach(async () => {
  bench = await openBench()
  partnerId = (await aPartner(bench.ctx, { url: 'https://mitra.example/hook' })).id
})
afterEach(async () => {
  await bench.ctx.store.settled()
  expect((await audit(bench.ctx.connection)).faults).toEqual([])
  await bench.close()
})

const nowPlus = (seconds: number) => plusSeconds(bench.ctx.clock.now().toISOString(), seconds)
const north = (metres: number) => ({ lat: PLACE.lat + metres / 111_195, lng: PLACE.lng })

/** A flood over the road between Oebufu and whoever is 2 km north of it. */
const drawn = async (over: Partial<Drawn & { drill: boolean }> = {}): Promise<string> => {
  const id = bench.ctx.ids.next('zon')
  await bench.ctx.store.ledger.change('zone', id, op(), (state, now) =>
    drawZone(
      state,
      {
        kind: 'banjir',
        ring: circle(north(1000), 300),
        bars: ['motorcycle'],
        from: now,
        until: plusSeconds(now, 3600),
        reason: { textId: 'txt_1', digest: 'd' },
        drill: false,
        ...over,
      },
      now,
    ),
  )
  return id
}
const round = async (id: string) => {
  await runRound(bench.ctx, AGENCY)
  await bench.ctx.store.settled()
  return incidentOf(bench.ctx, id)
}
const asked = async (id: string) => (await round(id)).offers.map(({ volunteerId }) => volunteerId)

it('asks nobody who would have to cross a zone, says so, and asks him when the danger is over', async () => {
  const rider = await aVolunteer(bench.ctx, { partnerId, north: 2000 })
  const zoneId = await drawn()
  const { id } = await anIncident(bench.ctx)
  const stalled = await round(id)
  expect(stalled.offers).toEqual([])
  expect(stalled.needs[0]).toMatchObject({
    status: 'stalled',
    stalled: { considered: 1, reasons: { across_zone: 1 }, remedies: ['check_zones', 'hand_over', 'drop'] },
  })
  await bench.ctx.store.ledger.change('zone', zoneId, op(), (state, now) =>
    state === null ? [] : endZone(state, now),
  )
  expect(await asked(id)).toEqual([rider])
})

it('asks him when the zone is over by the clock, with nobody lifting it', async () => {
  const rider = await aVolunteer(bench.ctx, { partnerId, north: 2000 })
  const until = nowPlus(1.5)
  await drawn({ until })
  const { id } = await anIncident(bench.ctx)
  expect(await asked(id)).toEqual([])
  await expect.poll(() => nowPlus(0) >= until, { timeout: 10_000 }).toBe(true)
  expect(await asked(id)).toEqual([rider])
})

it('sends the vehicle that a zone is open to, and whoever need not cross it', async () => {
  await aVolunteer(bench.ctx, { partnerId, north: 2000 })
  const driver = await aVolunteer(bench.ctx, { partnerId, north: 2000, vehicle: 'car' })
  const near = await aVolunteer(bench.ctx, { partnerId, north: -400 })
  await drawn()
  const { id } = await anIncident(bench.ctx, { needs: [{ quantity: 3 }] })
  expect((await asked(id)).sort()).toEqual([driver, near].sort())
})

it('asks nobody inside a zone nor into one; another outline lets him go', async () => {
  const rider = await aVolunteer(bench.ctx, { partnerId, north: 2000 })
  const zoneId = await drawn({ ring: circle(north(0), 300) })
  const first = await anIncident(bench.ctx)
  expect((await round(first.id)).needs[0]?.stalled).toMatchObject({ reasons: { zone_at_incident: 1 } })
  const move = (metres: number) =>
    bench.ctx.store.ledger.change('zone', zoneId, op(), (state, now) =>
      state === null ? [] : changeZone(state, { ring: circle(north(metres), 300) }, now),
    )
  await move(2000)
  const second = await anIncident(bench.ctx)
  expect((await round(second.id)).needs[0]?.stalled).toMatchObject({ reasons: { inside_zone: 1 } })
  await move(4000)
  await round(second.id)
  const states = await Promise.all([first.id, second.id].map((id) => incidentOf(bench.ctx, id)))
  expect(states.flatMap(({ offers }) => offers)).toMatchObject([{ volunteerId: rider }])
})

it('a zone of a drill, or of tomorrow, keeps nobody from a real incident', async () => {
  const rider = await aVolunteer(bench.ctx, { partnerId, north: 2000 })
  await drawn({ drill: true })
  await drawn({ from: nowPlus(3600), until: nowPlus(7200) })
  const { id } = await anIncident(bench.ctx)
  expect(await asked(id)).toEqual([rider])
})

it('takes back what was asked of people behind a new zone, and asks others instead; he may be asked again later', async () => {
  const rider = await aVolunteer(bench.ctx, { partnerId, north: 2000 })
  const { id } = await anIncident(bench.ctx)
  expect(await asked(id)).toEqual([rider])
  const near = await aVolunteer(bench.ctx, { partnerId, north: -400 })
  const zoneId = await drawn()
  expect(await asked(id)).toEqual([near])
  const facts = await bench.ctx.store.cursors.after(AGENCY, 0, 1000)
  expect(facts.filter(({ type }) => type === 'offer.withdrawn').map(({ data }) => data)).toMatchObject([
    { volunteerId: rider, reason: 'danger_zone' },
  ])
  expect(await asked(id)).toEqual([near])
  await bench.ctx.store.ledger.change('zone', zoneId, op(), (state, now) =>
    state === null ? [] : endZone(state, now),
  )
  await bench.ctx.store.settled()
  const second = await anIncident(bench.ctx)
  expect(await asked(second.id)).toEqual([rider])
})

/** Asked behind a zone that begins a moment later, by the clock alone. */
const askedBeforeZone = async () => {
  const rider = await aVolunteer(bench.ctx, { partnerId, north: 2000 })
  const zoneId = await drawn({ from: nowPlus(3600), until: nowPlus(7200) })
  const { id } = await anIncident(bench.ctx)
  const [offer] = (await round(id)).offers
  expect(offer).toMatchObject({ volunteerId: rider })
  const from = nowPlus(1)
  await bench.ctx.store.ledger.change('zone', zoneId, op(), (state, now) =>
    state === null ? [] : changeZone(state, { from }, now),
  )
  await expect.poll(() => nowPlus(0) > from, { timeout: 20_000 }).toBe(true)
  return { id, offerId: offer!.id, volunteerId: rider }
}

it('a zone that begins by the clock brings a round, once, which takes back what was asked', async () => {
  const { id } = await askedBeforeZone()
  const pass = () => onePass(sweeperLoop(bench.ctx))
  expect(await pass()).toMatchObject({ zonesBegun: 1 })
  await bench.ctx.store.settled()
  expect((await incidentOf(bench.ctx, id)).asked).toMatchObject([{ endReason: 'danger_zone' }])
  expect(await pass()).not.toHaveProperty('zonesBegun')
})

it('a yes in time behind it is a no, the same as one that comes after that round, and stays one', async () => {
  const { id, ...yes } = await askedBeforeZone()
  const answer = (opId: string) =>
    acceptOffer(bench.ctx.store, { ...op(), opId }, { ...yes, partnerId, etaS: null })
  expect(await answer('yes-1')).toMatchObject({ outcome: 'withdrawn' })
  expect(await answer('yes-1')).toMatchObject({ outcome: 'withdrawn' })
  expect(await answer('yes-2')).toMatchObject({ outcome: 'withdrawn' })
  await bench.ctx.store.settled()
  const facts = (await bench.ctx.store.cursors.of(id)).filter(({ type }) => type === 'acceptance.refused')
  expect(facts[0]?.data).toMatchObject({ volunteerId: yes.volunteerId, against: ['danger_zone'] })
  expect((await incidentOf(bench.ctx, id)).assignments).toEqual([])
})
