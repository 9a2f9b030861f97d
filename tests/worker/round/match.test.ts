import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { matchJob } from '../../../worker/jobs/match.ts'
import { matchedCursor, runRound } from '../../../worker/round/round.ts'
import { audit } from '../../world/audit.ts'
import { anIncident, aPartner, aVolunteer, incidentOf, says, volunteers } from '../given.ts'
import { AGENCY, type Bench, openBench, twoEach } from '../world.ts'

let bench: Bench
let partnerId: string
beforeEach(async () => {
  bench = await openBench(twoEach)
  partnerId = (await aPartner(bench.ctx, { url: 'https://mitra.example/hook' })).id
})
afterEach(async () => {
  await bench.ctx.store.settled()
  expect((await audit(bench.ctx.connection)).faults).toEqual([])
  await bench.close()
})

const round = async () => {
  await runRound(bench.ctx, AGENCY)
  await bench.ctx.store.settled()
}

describe('a match round', () => {
  it('asks two for each slot: the nearest, each once, and says why', async () => {
    const ids = await volunteers(bench.ctx, 6, { partnerId })
    await aVolunteer(bench.ctx, { partnerId, vehicle: 'car', north: 10 })
    const { id, needIds } = await anIncident(bench.ctx, { needs: [{ quantity: 2, vehicle: 'motorcycle' }] })
    await round()

    const { offers, needs, nextWaveAt } = await incidentOf(bench.ctx, id)
    expect(offers.map(({ volunteerId }) => volunteerId).sort()).toEqual(ids.slice(0, 4).sort())
    expect(needs).toMatchObject([{ id: needIds[0], status: 'asking' }])
    expect(nextWaveAt).not.toBeNull()
    expect(offers[0]).toMatchObject({
      channel: 'webhook',
      chosenBy: 'match',
      position: { source: 'live' },
      why: { parts: { asked: 0 } },
    })
  })

  it('goes on with the others when one incident fails, says so, and does not count as matched', async () => {
    const { ctx } = bench
    await volunteers(ctx, 4, { partnerId })
    const sick = await anIncident(ctx)
    const well = await anIncident(ctx)
    await ctx.store.settled()
    const offer: typeof ctx.store.offer = (id, ...rest) => {
      if (id === sick.id) throw new TypeError('this file is broken')
      return ctx.store.offer(id, ...rest)
    }
    const failing = { ...ctx, store: { ...ctx.store, offer } }
    await expect(runRound(failing, AGENCY)).rejects.toThrow('this file is broken')
    expect((await incidentOf(ctx, well.id)).offers).toHaveLength(2)
    expect(await ctx.rounds.ids(AGENCY)).toHaveLength(1)
    expect(await ctx.store.cursors.read(matchedCursor(AGENCY))).toBe(0)
    await round()
    expect((await incidentOf(ctx, sick.id)).offers).toHaveLength(2)
    expect(await ctx.store.cursors.read(matchedCursor(AGENCY))).toBeGreaterThan(0)
  })

  it('writes nothing when nothing changes', async () => {
    await volunteers(bench.ctx, 3, { partnerId })
    const { id } = await anIncident(bench.ctx)
    await round()
    const before = await bench.ctx.store.ledger.load('incident', id)
    await round()
    expect(await bench.ctx.store.ledger.load('incident', id)).toEqual(before)
  })

  it('replaces who declines, never asks anybody twice, and withdraws the rest when filled', async () => {
    await volunteers(bench.ctx, 5, { partnerId })
    const { id } = await anIncident(bench.ctx)
    await round()
    const [first, second] = (await incidentOf(bench.ctx, id)).offers
    await says.no(bench.ctx, id, first!.id)
    await round()
    const replaced = await incidentOf(bench.ctx, id)
    expect(replaced.offers).toHaveLength(2)
    expect(new Set(replaced.asked.map(({ volunteerId }) => volunteerId)).size).toBe(3)

    const filled = await says.yes(bench.ctx, id, second!.id)
    expect(filled).toMatchObject({ status: 'responding', offers: [], tally: { withdrawn: 1, declined: 1 } })
    await round()
    expect((await incidentOf(bench.ctx, id)).offers).toEqual([])
  })

  it('leaves in peace who said no to another call a moment ago', async () => {
    await volunteers(bench.ctx, 1, { partnerId })
    const { id } = await anIncident(bench.ctx)
    await round()
    await says.no(bench.ctx, id, (await incidentOf(bench.ctx, id)).offers[0]!.id)
    await bench.ctx.store.settled()
    const other = await anIncident(bench.ctx)
    await round()
    expect((await incidentOf(bench.ctx, other.id)).needs[0]).toMatchObject({
      stalled: { reasons: { cooling_down: 1 } },
    })
  })

  it('stalls with reasons when nobody is left, and asks by itself when somebody comes', async () => {
    const sandbox = await aPartner(bench.ctx, { url: 'https://sandbox.example/', sandbox: true })
    await aVolunteer(bench.ctx, { partnerId, duty: 'off' })
    await aVolunteer(bench.ctx, { partnerId, vehicle: 'car' })
    await aVolunteer(bench.ctx, { partnerId: sandbox.id })
    await aVolunteer(bench.ctx, { partnerId: (await aPartner(bench.ctx)).id })
    await aVolunteer(bench.ctx, { partnerId, north: null })
    const { id } = await anIncident(bench.ctx, { needs: [{ quantity: 1, vehicle: 'motorcycle' }] })
    await round()
    const stalled = await incidentOf(bench.ctx, id)
    expect(stalled.nextWaveAt).toBeNull()
    expect(stalled.alarms).toMatchObject([{ what: 'stalled' }])
    expect(stalled.needs[0]).toMatchObject({
      status: 'stalled',
      stalled: {
        considered: 5,
        reasons: { off_duty: 1, wrong_vehicle: 1, sandbox_only: 1, no_channel: 1, no_position: 1 },
      },
    })
    const { version } = (await bench.ctx.store.ledger.load('incident', id))!
    await round()
    expect((await bench.ctx.store.ledger.load('incident', id))!.version).toBe(version)

    const late = await aVolunteer(bench.ctx, { partnerId })
    await round()
    const asking = await incidentOf(bench.ctx, id)
    expect(asking.offers).toMatchObject([{ volunteerId: late }])
    expect(asking.needs[0]).toMatchObject({ status: 'asking', stalled: null })
    expect(asking.alarms).toEqual([])
  })

  it('tells anew why nobody is left when it is for other reasons, and from which round', async () => {
    const { id } = await anIncident(bench.ctx)
    await round()
    await aVolunteer(bench.ctx, { partnerId, duty: 'off' })
    await round()
    const first = (await incidentOf(bench.ctx, id)).needs[0]?.stalled
    expect(first).toMatchObject({ considered: 0, reasons: {} })

    const stallSince = (since: string | undefined) =>
      bench.ctx.store.models.incident
        .updateOne({ _id: id }, { $set: { 'state.needs.0.stalled.since': since } })
        .exec()
    await stallSince('2026-01-01T00:00:00.000Z')
    await round()
    await stallSince(first?.since)
    const { needs, wave } = await incidentOf(bench.ctx, id)
    expect(needs[0]?.stalled).toMatchObject({ considered: 1, reasons: { off_duty: 1 } })
    const told = (await bench.ctx.store.cursors.of(id)).find(({ type }) => type === 'need.stall_explained')
    expect(told?.data).toMatchObject({ wave, considered: 1 })
    expect(await bench.ctx.rounds.read(String(told?.data['roundId']))).not.toBeNull()
  })

  it('asks volunteers who only declared their kelurahan, by link for longer', async () => {
    const declared = await aVolunteer(bench.ctx, {
      partnerId,
      north: null,
      channel: 'link',
      declaredArea: '53.71.01.1001',
    })
    const { id } = await anIncident(bench.ctx)
    await round()
    const { offers } = await incidentOf(bench.ctx, id)
    expect(offers).toMatchObject([
      { volunteerId: declared, channel: 'link', position: { source: 'declared' } },
    ])
    const lives = Date.parse(offers[0]!.expiresAt) - Date.parse(offers[0]!.createdAt)
    expect(Math.round(lives / 1000)).toBe(600)
  })

  it('sends drills to sandboxes only', async () => {
    const sandbox = await aPartner(bench.ctx, { url: 'https://sandbox.example/', sandbox: true })
    const toy = await aVolunteer(bench.ctx, { partnerId: sandbox.id })
    await aVolunteer(bench.ctx, { partnerId })
    const { id } = await anIncident(bench.ctx, { drill: true })
    await round()
    const { offers } = await incidentOf(bench.ctx, id)
    expect(offers.map(({ volunteerId }) => volunteerId)).toEqual([toy])
  })

  it('asks one natural person once, though two partners know him and two incidents want him', async () => {
    const other = await aPartner(bench.ctx, { url: 'https://other.example/' })
    await aVolunteer(bench.ctx, { partnerId, personKey: 'same' })
    await aVolunteer(bench.ctx, { partnerId: other.id, personKey: 'same' })
    const one = await anIncident(bench.ctx)
    const two = await anIncident(bench.ctx, { severity: 'kritis' })
    await round()
    const states = await Promise.all([one.id, two.id].map((id) => incidentOf(bench.ctx, id)))
    expect(states.flatMap(({ offers }) => offers)).toHaveLength(1)
    expect(states[1]!.offers).toHaveLength(1)
  })
})

describe('a match job', () => {
  it('does nothing the second time', async () => {
    await volunteers(bench.ctx, 4, { partnerId })
    const { id } = await anIncident(bench.ctx)
    await bench.ctx.store.settled()
    const { seq } = await bench.ctx.store.cursors.head(AGENCY)
    await matchJob(bench.ctx, { agencyId: AGENCY, seq })
    expect(await bench.ctx.store.cursors.read(matchedCursor(AGENCY))).toBeGreaterThanOrEqual(seq)
    const { version } = (await bench.ctx.store.ledger.load('incident', id))!
    await matchJob(bench.ctx, { agencyId: AGENCY, seq })
    expect((await bench.ctx.store.ledger.load('incident', id))!.version).toBe(version)
  })

  it('two workers at once ask nobody twice and not too many', async () => {
    await volunteers(bench.ctx, 12, { partnerId })
    const incidents = await Promise.all([1, 2, 3].map(() => anIncident(bench.ctx)))
    const rival = await openBench(twoEach, bench.home)
    await Promise.all([runRound(bench.ctx, AGENCY), runRound(rival.ctx, AGENCY)])
    await round()
    await rival.close()
    const states = await Promise.all(incidents.map(({ id }) => incidentOf(bench.ctx, id)))
    const asked = states.flatMap(({ offers }) => offers.map(({ volunteerId }) => volunteerId))
    expect(states.map(({ offers }) => offers.length)).toEqual([2, 2, 2])
    expect(new Set(asked).size).toBe(asked.length)
  })
})
