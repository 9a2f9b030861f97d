import { afterAll, beforeAll, expect, it } from 'vitest'
import { defaultMatchPolicy } from '#contracts/domain/policy/defaults.ts'
import { runRound } from '../../../worker/round/round.ts'
import { audit } from '../../world/audit.ts'
import { anIncident, aPartner, incidentOf, volunteers } from '../given.ts'
import { AGENCY, type Bench, openBench } from '../world.ts'

let bench: Bench
beforeAll(async () => {
  // However slow the machine: also after a long silence those who are left are enough.
  bench = await openBench({ policy: { ...defaultMatchPolicy, mostSpares: 2, leastChance: 0.05 } })
})
afterAll(async () => {
  await bench.ctx.store.settled()
  expect((await audit(bench.ctx.connection)).faults).toEqual([])
  await bench.close()
})

it('takes back an offer for an incident that has nobody, and asks the same person there in the same round', async () => {
  const partnerId = (await aPartner(bench.ctx, { url: 'https://mitra.example/hook' })).id
  await volunteers(bench.ctx, 3, { partnerId })
  const mild = await anIncident(bench.ctx, { severity: 'rendah' })
  await runRound(bench.ctx, AGENCY)
  const before = (await incidentOf(bench.ctx, mild.id)).offers.map(({ volunteerId }) => volunteerId)
  expect(before).toHaveLength(3)

  const critical = await anIncident(bench.ctx, { severity: 'kritis' })
  await runRound(bench.ctx, AGENCY)
  await bench.ctx.store.settled()
  const left = await incidentOf(bench.ctx, mild.id)
  const moved = (await incidentOf(bench.ctx, critical.id)).offers.map(({ volunteerId }) => volunteerId)
  expect(left.asked.filter(({ endReason }) => endReason === 'replanned')).toHaveLength(moved.length)
  expect(moved.length).toBeGreaterThan(0)
  expect(moved.length).toBeLessThanOrEqual(2)
  expect(left.offers.length).toBe(3 - moved.length)
  expect(before).toEqual(expect.arrayContaining(moved))
  // Told for whom, and kept: also a round that does nothing but move somebody can be explained.
  const facts = await bench.ctx.store.cursors.of(mild.id)
  const swaps = facts.filter(({ data }) => data['reason'] === 'replanned')
  expect(swaps.map(({ data }) => data['forIncidentId'])).toEqual(moved.map(() => critical.id))
  expect(swaps.map(({ data }) => data['forNeedId'])).toEqual(moved.map(() => critical.needIds[0]))
})
