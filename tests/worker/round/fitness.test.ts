import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { progress, release } from '#contracts/domain/incident/commands/assignment.ts'
import { callHome } from '#contracts/domain/incident/commands/withdraw.ts'
import type { VolunteerFactBody } from '#contracts/domain/volunteer/facts.ts'
import { defaultMatchPolicy } from '#contracts/domain/policy/defaults.ts'
import { runRound } from '../../../worker/round/round.ts'
import { anIncident, aPartner, aVolunteer, change, incidentOf, op, says } from '../given.ts'
import { AGENCY, type Bench, openBench } from '../world.ts'

const PAST = '2020-01-01T00:00:00.000Z'
const FUTURE = '2099-01-01T00:00:00.000Z'

let bench: Bench
let partnerId: string
const open = async (policy = defaultMatchPolicy) => {
  bench = await openBench({ policy })
  partnerId = (await aPartner(bench.ctx, { url: 'https://mitra.example/hook' })).id
}
beforeEach(() => open())
afterEach(async () => {
  await bench.ctx.store.settled()
  await bench.close()
})

const record = async (id: string, ...facts: VolunteerFactBody[]) =>
  bench.ctx.store.ledger.change('volunteer', id, op(), () => facts)
const insured = (insuredUntil: string): VolunteerFactBody => ({
  type: 'volunteer.updated',
  data: { insuredUntil },
})
const trained = (course: 'dasar' | 'lanjutan', until: string): VolunteerFactBody => ({
  type: 'volunteer.trained',
  data: { course, until },
})
const round = async (id: string) => {
  await runRound(bench.ctx, AGENCY)
  await bench.ctx.store.settled()
  return incidentOf(bench.ctx, id)
}

describe('papers in a match round', () => {
  it('asks nobody whose insurance or training has expired, says so and what would help, and asks when renewed', async () => {
    const first = await aVolunteer(bench.ctx, { partnerId })
    const second = await aVolunteer(bench.ctx, { partnerId })
    await record(first, insured(PAST))
    await record(second, trained('dasar', PAST))
    const { id } = await anIncident(bench.ctx)
    const stalled = await round(id)
    expect(stalled.offers).toEqual([])
    expect(stalled.needs[0]?.stalled).toMatchObject({
      reasons: { insurance_expired: 1, training_expired: 1 },
      remedies: ['renew_papers', 'hand_over', 'drop'],
    })

    await record(first, insured(FUTURE))
    expect((await round(id)).offers).toMatchObject([{ volunteerId: first }])
  })

  it('sends whose advanced training has expired to carry aid, not to people in need', async () => {
    const person = await aVolunteer(bench.ctx, { partnerId })
    await record(person, trained('dasar', FUTURE), trained('lanjutan', PAST))
    const { id, needIds } = await anIncident(bench.ctx, { needs: [{ quantity: 1, task: 'p3k' }] })
    expect((await round(id)).needs[0]?.stalled).toMatchObject({ reasons: { training_expired: 1 } })

    const aid = await anIncident(bench.ctx, { needs: [{ quantity: 1, task: 'antar_bantuan' }] })
    await round(aid.id)
    expect((await incidentOf(bench.ctx, aid.id)).offers).toMatchObject([{ volunteerId: person }])
    expect(needIds).toHaveLength(1)
  })

  it('a policy may demand papers that were never recorded', async () => {
    await bench.close()
    await open({ ...defaultMatchPolicy, demands: { insurance: true, training: true } })
    const person = await aVolunteer(bench.ctx, { partnerId })
    const first = await anIncident(bench.ctx)
    expect((await round(first.id)).needs[0]?.stalled).toMatchObject({ reasons: { no_insurance: 1 } })
    await record(person, insured(FUTURE))
    const { id } = await anIncident(bench.ctx, { severity: 'kritis' })
    expect((await round(id)).needs[0]?.stalled).toMatchObject({ reasons: { no_training: 1 } })
    await record(person, trained('dasar', FUTURE))
    expect((await round(id)).offers).toMatchObject([{ volunteerId: person }])
  })
})

describe('fatigue in a match round', () => {
  it.each([
    ['called home on his way', 'rests', 'en_route', 'stood_down'],
    ['called home before he set out', 'is asked', null, 'stood_down'],
    ['who gave the task back on the scene', 'rests', 'on_scene', 'released'],
    ['who gave the task back on his way', 'is asked', 'en_route', 'released'],
  ] as const)('whoever was %s %s', async (_, __, step, end) => {
    const person = await aVolunteer(bench.ctx, { partnerId })
    const first = await anIncident(bench.ctx)
    const offerId = (await round(first.id)).offers[0]?.id ?? ''
    const { assignments } = await says.yes(bench.ctx, first.id, offerId)
    const [task] = assignments
    if (task === undefined) throw new Error('nobody said yes')
    const { id: assignmentId, volunteerId } = task
    const who = { assignmentId, volunteerId, partnerId }
    const at = bench.ctx.clock.now().toISOString()
    if (step !== null)
      await change(bench.ctx, first.id, (state) => progress(state, who, { state: step, at, point: null }))
    await change(bench.ctx, first.id, (state) =>
      end === 'stood_down' ? [callHome(task, 'stand_down')] : release(state, who, null),
    )
    const { id } = await anIncident(bench.ctx, { severity: 'kritis' })
    const { needs, offers } = await round(id)
    const isAsked = step === null || (end === 'released' && step === 'en_route')
    expect(offers.map((offer) => offer.volunteerId)).toEqual(isAsked ? [person] : [])
    if (!isAsked) expect(needs[0]?.stalled).toMatchObject({ reasons: { resting: 1 } })
  })

  it('asks nobody over his own limit of duty', async () => {
    const person = await aVolunteer(bench.ctx, { partnerId })
    await record(person, { type: 'volunteer.duty_limited', data: { dutyLimitS: 1 } })
    const { id } = await anIncident(bench.ctx)
    const since = (await bench.ctx.store.ledger.load('volunteer', person))!.state.dutySince!
    await expect
      .poll(() => bench.ctx.clock.now().getTime() - Date.parse(since), { timeout: 5000 })
      .toBeGreaterThan(1000)
    expect((await round(id)).needs[0]?.stalled).toMatchObject({ reasons: { duty_limit: 1 } })
    await record(person, { type: 'volunteer.duty_limited', data: { dutyLimitS: null } })
    expect((await round(id)).offers).toMatchObject([{ volunteerId: person }])
  })
})
