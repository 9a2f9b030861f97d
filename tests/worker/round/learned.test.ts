import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { release } from '#contracts/domain/incident/commands/assignment.ts'
import { withdrawVolunteer } from '#contracts/domain/volunteer/commands.ts'
import { NO_RECORD } from '#contracts/domain/volunteer/answers.ts'
import { answersCursor } from '#contracts/store/answers.ts'
import { readRound } from '../../../worker/round/read.ts'
import { runRound } from '../../../worker/round/round.ts'
import { system } from '../../../worker/system.ts'
import { audit } from '../../world/audit.ts'
import { anIncident, aPartner, aVolunteer, incidentOf, op, says, volunteers } from '../given.ts'
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

const round = async () => {
  await runRound(bench.ctx, AGENCY)
  await bench.ctx.store.settled()
}
const offersOf = async (id: string) => (await incidentOf(bench.ctx, id)).offers

/** Folds so many answers of one kind into what is known of a volunteer, as if he had been asked before. */
const remember = async (volunteerId: string, answers: Partial<typeof NO_RECORD.answers>) => {
  const record = { ...NO_RECORD, answers: { ...NO_RECORD.answers, ...answers } }
  const { collection } = bench.ctx.store.models.answers
  await collection.insertOne({ _id: volunteerId as never, agencyId: AGENCY, seq: 0, record })
}

describe('a learned wave', () => {
  it('asks who says yes before who always refuses, and keeps chance and gain with the offer', async () => {
    const never = await aVolunteer(bench.ctx, { partnerId, north: 400 })
    const [...always] = await volunteers(bench.ctx, 4, { partnerId, north: 450 })
    await remember(never, { declined: 30 })
    for (const id of always) await remember(id, { accepted: 30 })
    const { id } = await anIncident(bench.ctx)
    await round()
    const offers = await offersOf(id)
    expect(offers.map(({ volunteerId }) => volunteerId)).not.toContain(never)
    expect(offers[0]?.why).toMatchObject({ policyVersion: 'kupang-1', gainS: expect.any(Number) })
    expect(offers[0]?.why?.chance).toBeGreaterThan(0.85)

    for (const { id: offerId } of offers) await says.no(bench.ctx, id, offerId)
    await round()
    expect((await offersOf(id)).map(({ volunteerId }) => volunteerId)).toContain(never)
  })

  it('asks more people when they seldom say yes', async () => {
    const ids = await volunteers(bench.ctx, 24, { partnerId })
    const first = await anIncident(bench.ctx)
    await round()
    const usual = (await offersOf(first.id)).length
    for (const { id: offerId } of await offersOf(first.id)) await says.no(bench.ctx, first.id, offerId)
    await bench.ctx.store.models.answers.deleteMany({}).exec()
    for (const id of ids) await remember(id, { accepted: 1, declined: 10, silent: 10 })
    await bench.ctx.store.cursors.advance(
      answersCursor(AGENCY),
      (await bench.ctx.store.cursors.head(AGENCY)).seq,
    )
    const { id } = await anIncident(bench.ctx, { severity: 'kritis' })
    await round()
    expect((await offersOf(id)).length).toBeGreaterThan(usual)
  })

  it('learns nothing of real people from drills, also when whoever took part has left', async () => {
    const { ctx } = bench
    const sandbox = await aPartner(ctx, { url: 'https://mitra.example/hook', sandbox: true })
    await remember(await aVolunteer(ctx, { partnerId }), { declined: 80 })
    const [left, ...toys] = await volunteers(ctx, 3, { partnerId: sandbox.id })
    for (const id of [left!, ...toys]) await remember(id, { accepted: 80 })
    await ctx.store.ledger.change('volunteer', left!, op(), (state) =>
      state === null ? [] : withdrawVolunteer(state, false),
    )
    await anIncident(ctx)
    const { habits, drillHabits } = (await readRound(ctx, AGENCY))!.input
    expect(habits?.prior.mean).toBeLessThan(0.1)
    expect(drillHabits?.prior.mean).toBeGreaterThan(0.9)
  })

  it('learns from the ledger, once and in order, also when it begins anew', async () => {
    await volunteers(bench.ctx, 3, { partnerId })
    const { id } = await anIncident(bench.ctx)
    await round()
    const [yes, no, silent] = await offersOf(id)
    expect(silent).toBeDefined()
    await says.no(bench.ctx, id, no!.id)
    await says.yes(bench.ctx, id, yes!.id)
    const { answers } = bench.ctx
    await Promise.all([answers.catchUp(AGENCY), answers.catchUp(AGENCY)])
    await answers.catchUp(AGENCY)
    const known = await answers.ofAgency(AGENCY)
    expect(known.get(yes!.volunteerId)).toMatchObject({ answers: { accepted: 1, declined: 0 }, open: null })
    expect(known.get(no!.volunteerId)).toMatchObject({ answers: { accepted: 0, declined: 1 } })
    // Called off is no answer.
    expect(known.get(silent!.volunteerId)?.answers).toEqual(NO_RECORD.answers)

    await bench.ctx.store.models.answers.deleteMany({}).exec()
    await bench.ctx.store.models.cursors.deleteOne({ _id: answersCursor(AGENCY) }).exec()
    await answers.catchUp(AGENCY)
    expect(await answers.ofAgency(AGENCY)).toEqual(known)
  })

  it('learns who comes, having said yes', async () => {
    await volunteers(bench.ctx, 2, { partnerId })
    const { id } = await anIncident(bench.ctx)
    await round()
    const [offer] = await offersOf(id)
    await says.yes(bench.ctx, id, offer!.id)
    const [task] = (await incidentOf(bench.ctx, id)).assignments
    const { volunteerId } = task!
    const bearer = { assignmentId: task!.id, volunteerId, partnerId }
    const op = { opId: 'given back', agencyId: AGENCY, by: system }
    await bench.ctx.store.incidents.change(id, op, (state) => release(state, bearer, null))
    await bench.ctx.store.settled()
    await bench.ctx.answers.catchUp(AGENCY)
    const known = await bench.ctx.answers.ofAgency(AGENCY)
    expect(known.get(volunteerId)).toMatchObject({ coming: { came: 0, missed: 1, out: null } })
  })

  it('asks nobody twice in a search, whatever they answer', async () => {
    await volunteers(bench.ctx, 12, { partnerId })
    const { id } = await anIncident(bench.ctx)
    for (let n = 0; n < 6; n += 1) {
      await round()
      for (const { id: offerId } of await offersOf(id)) await says.no(bench.ctx, id, offerId)
    }
    await round()
    const { asked, needs } = await incidentOf(bench.ctx, id)
    expect(new Set(asked.map(({ volunteerId }) => volunteerId)).size).toBe(asked.length)
    expect(asked).toHaveLength(12)
    expect(needs[0]).toMatchObject({ status: 'stalled', stalled: { reasons: { already_asked: 12 } } })
  })

  it('tells in every wave how many were looked at, and why whoever is not asked is not', async () => {
    await volunteers(bench.ctx, 12, { partnerId })
    await aVolunteer(bench.ctx, { partnerId, duty: 'off' })
    const { id, needIds } = await anIncident(bench.ctx)
    await round()
    const facts = await bench.ctx.store.cursors.of(id)
    const wave = facts.find(({ type }) => type === 'wave.opened')
    const [looked] = wave!.data['needs'] as {
      considered: number
      reasons: Record<string, number>
      chance: number
    }[]
    expect(looked).toMatchObject({ needId: needIds[0], considered: 13, reasons: { off_duty: 1 } })
    expect(looked?.chance).toBeGreaterThan(0.8)
  })

  it('two workers at once ask nobody twice, and no more than one of them would', async () => {
    await volunteers(bench.ctx, 14, { partnerId })
    const alone = await anIncident(bench.ctx)
    const rival = await openBench(undefined, bench.home)
    await Promise.all([runRound(bench.ctx, AGENCY), runRound(rival.ctx, AGENCY)])
    await round()
    await rival.close()
    const asked = (await offersOf(alone.id)).map(({ volunteerId }) => volunteerId)
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked.length).toBeLessThan(14)
  })
})
