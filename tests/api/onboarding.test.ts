import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApiWorld, type ApiWorld } from './api-world.ts'
import { given } from './given.ts'
import { freshPhone } from './given-volunteers.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
})
afterAll(async () => world.stop())

const activate = async (id: string, body?: object) =>
  (await world.as('coordinator')).try('activateVolunteer', { params: { id }, body })

describe('coming in', () => {
  it('needs consent and code of conduct, with the version of the text and who recorded them', async () => {
    const { id } = await given(world).registered()
    const refused = await activate(id)
    expect([refused.status, refused.body['code'], refused.body['detail']]).toEqual([
      409,
      'no_agreement',
      { missing: ['consent', 'code_of_conduct'] },
    ])
    const operator = await world.as('operator')
    const consent = { to: 'consent', version: '2025-06' }
    await operator.call('recordAgreements', { params: { id }, body: { agreements: [consent] } })
    expect((await activate(id)).body['detail']).toEqual({ missing: ['code_of_conduct'] })
    const active = await activate(id, { agreements: [{ to: 'code_of_conduct' }] })
    expect(active.body).toMatchObject({
      standing: 'active',
      agreements: [
        { ...consent, by: { kind: 'user' } },
        { to: 'code_of_conduct', version: '2026-01', by: { kind: 'user' } },
      ],
    })
    const { facts } = await operator.call('volunteerFacts', { params: { id } })
    expect(facts.map(({ type, byName }) => [type, byName])).toEqual([
      ['volunteer.registered', 'Contoh coordinator'],
      ['volunteer.agreed', 'Contoh operator'],
      ['volunteer.agreed', 'Contoh coordinator'],
      ['volunteer.activated', 'Contoh coordinator'],
    ])
  })

  it('takes what he signed at once with the registration', async () => {
    const both = [{ to: 'consent' }, { to: 'code_of_conduct' }]
    const { id, agreements } = await given(world).registered({ agreements: both })
    expect(agreements.map(({ to }) => to)).toEqual(['consent', 'code_of_conduct'])
    expect((await activate(id)).body['standing']).toBe('active')
  })

  it('shows that two records are one natural person', async () => {
    const phone = freshPhone()
    const { store, serverKey } = world.context
    const first = await given(world).registered({ phone })
    const other = await given(world).ofPartner(phone)
    const view = await (await world.as('operator')).call('getVolunteer', { params: { id: first.id } })
    expect(view.alsoAs).toEqual([{ id: other, partnerId: world.partnerId, standing: 'active' }])
    const [mine, his] = await Promise.all([first.id, other].map((id) => store.ledger.load('volunteer', id)))
    expect(mine?.state.personKey).toBe(his?.state.personKey)
    expect(mine?.state.personKey).not.toContain(serverKey)
  })
})

describe('papers and limits', () => {
  it('say why somebody may not be asked', async () => {
    const coordinator = await world.as('coordinator')
    const { id } = await given(world).onDuty()
    const call = (name: 'editVolunteer' | 'limitDuty' | 'recordTraining', body: object) =>
      coordinator.call(name, { params: { id }, body })
    expect((await call('recordTraining', { course: 'dasar', until: null })).unfit).toBeNull()
    expect((await call('editVolunteer', { insuredUntil: '2020-01-01T00:00:00.000Z' })).unfit).toBe(
      'insurance_expired',
    )
    expect((await call('editVolunteer', { insuredUntil: '2099-01-01T00:00:00.000Z' })).unfit).toBeNull()
    const expired = await call('recordTraining', { course: 'dasar', until: '2020-01-01T00:00:00.000Z' })
    expect(expired).toMatchObject({ unfit: 'training_expired', trainedUntil: '2020-01-01T00:00:00.000Z' })
    const why = { course: 'dasar', note: 'Tertukar dengan orang lain.' }
    const struck = await coordinator.call('strikeTraining', { params: { id }, body: why })
    expect(struck).toMatchObject({ unfit: null, trainedUntil: null, trainings: [] })
    const { texts } = await coordinator.call('volunteerFacts', { params: { id } })
    expect(Object.values(texts)).toEqual([why.note])
    await call('recordTraining', { course: 'dasar', until: '2020-01-01T00:00:00.000Z' })
    const limited = await call('limitDuty', { hours: 6 })
    expect(limited).toMatchObject({ dutyLimitS: 21_600, trainings: [{ course: 'dasar' }] })
    expect(limited.dutyTodayS).toBeGreaterThanOrEqual(0)
    expect(limited.agencyDutyLimitS).toBe(36_000)
  })

  it('a suspension says why, and the history shows it', async () => {
    const coordinator = await world.as('coordinator')
    const { id } = await given(world).active()
    expect((await coordinator.try('suspendVolunteer', { params: { id }, body: {} })).status).toBe(400)
    await coordinator.call('suspendVolunteer', { params: { id }, body: { note: 'SIM kedaluwarsa.' } })
    const { facts, texts } = await coordinator.call('volunteerFacts', { params: { id } })
    const [last] = facts.slice(-1)
    expect([last?.type, texts[String(last?.data['reason'])]]).toEqual([
      'volunteer.suspended',
      'SIM kedaluwarsa.',
    ])
  })

  it('what the agency demands counts', async () => {
    const coordinator = await world.as('coordinator')
    const { id } = await given(world).onDuty()
    const supervisor = await world.as('supervisor')
    const demand = async (training: boolean): Promise<void> => {
      const { number: expected } = await supervisor.call('readPolicy')
      const change = { demands: { insurance: false, training } }
      await supervisor.call('changePolicy', { body: { expected, change, reason: 'Uji syarat.' } })
    }
    await demand(true)
    expect((await coordinator.call('getVolunteer', { params: { id } })).unfit).toBe('no_training')
    await demand(false)
    expect((await coordinator.call('getVolunteer', { params: { id } })).unfit).toBeNull()
  })
})
