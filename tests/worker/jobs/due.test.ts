import { afterEach, describe, expect, it } from 'vitest'
import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import { defaultMatchPolicy } from '#contracts/domain/policy/defaults.ts'
import { dueJob } from '../../../worker/jobs/due.ts'
import { runRound } from '../../../worker/round/round.ts'
import { audit } from '../../world/audit.ts'
import { until } from '../../world/client.ts'
import { anIncident, aPartner, incidentOf, says, volunteers } from '../given.ts'
import { AGENCY, type Bench, openBench } from '../world.ts'

/** Two for each slot, so that a test says how many it expects. */
const calm: MatchPolicy = { ...defaultMatchPolicy, overAsk: 2 }

/** Everything is over in a moment. */
const hasty: MatchPolicy = {
  ...calm,
  waveS: { rendah: 1.2, sedang: 1.2, tinggi: 1.2, kritis: 1.2 },
  expiresS: { webhook: 0.1, link: 0.1 },
}

let bench: Bench
const open = async (policy: MatchPolicy, many: number) => {
  bench = await openBench({ policy })
  const partner = await aPartner(bench.ctx, { url: 'https://mitra.example/hook' })
  await volunteers(bench.ctx, many, { partnerId: partner.id })
  const { id } = await anIncident(bench.ctx)
  await runRound(bench.ctx, AGENCY)
  await bench.ctx.store.settled()
  return { agencyId: AGENCY, incidentId: id }
}
const isDue = async (id: string) =>
  until('the due time', async () => {
    const { nextDueAt } = (await bench.ctx.store.ledger.load('incident', id))!
    return nextDueAt !== null && nextDueAt <= bench.ctx.clock.now().toISOString()
  })

describe('a due job', () => {
  afterEach(async () => {
    await bench.ctx.store.settled()
    expect((await audit(bench.ctx.connection)).faults).toEqual([])
    await bench.close()
  })

  it('does nothing before the time', async () => {
    const incident = await open(calm, 2)
    const before = await bench.ctx.store.ledger.load('incident', incident.incidentId)
    await dueJob(bench.ctx, incident)
    expect(await bench.ctx.store.ledger.load('incident', incident.incidentId)).toEqual(before)
  })

  it('ends silent offers and asks others in their place; run twice, and twice at once, it is harmless', async () => {
    const incident = await open({ ...hasty, expiresS: { webhook: 0.1, link: 600 } }, 4)
    await isDue(incident.incidentId)
    const slow = { ...bench.ctx, policyOf: async () => calm }
    await Promise.all([dueJob(slow, incident), dueJob(slow, incident)])
    await dueJob(slow, incident)
    const { tally, offers, asked } = await incidentOf(bench.ctx, incident.incidentId)
    expect(tally.expired).toBe(2)
    expect(offers).toHaveLength(2)
    expect(new Set(asked.map(({ volunteerId }) => volunteerId)).size).toBe(4)
  })

  it('asks somebody else too when the wave is due and nobody has answered', async () => {
    const incident = await open({ ...hasty, expiresS: { webhook: 180, link: 600 } }, 4)
    expect((await incidentOf(bench.ctx, incident.incidentId)).offers).toHaveLength(2)
    await isDue(incident.incidentId)
    await dueJob(bench.ctx, incident)
    const { offers, wave } = await incidentOf(bench.ctx, incident.incidentId)
    expect(offers).toHaveLength(4)
    expect(wave).toBe(2)
  })

  it('wakes nobody for an incident that is filled', async () => {
    const incident = await open({ ...hasty, expiresS: { webhook: 180, link: 600 } }, 4)
    const [offer] = (await incidentOf(bench.ctx, incident.incidentId)).offers
    await says.yes(bench.ctx, incident.incidentId, offer!.id)
    await dueJob(bench.ctx, incident)
    expect((await incidentOf(bench.ctx, incident.incidentId)).offers).toEqual([])
  })

  it('of an incident that is not there does nothing', async () => {
    await open(calm, 0)
    expect(await dueJob(bench.ctx, { agencyId: AGENCY, incidentId: 'inc_none' })).toBe(false)
  })
})
