import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../world/audit.ts'
import { startApiWorld, type ApiWorld } from './api-world.ts'
import { given } from './given.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
})
afterAll(async () => world.stop())

const PHONE = '+6281200000101'
const reporter = { name: 'Ibu Contoh', phone: '0812 0000 0101' }

/** Everything that is kept of what was done, but who people are. */
const keptAsText = async (): Promise<string> => {
  const { connection } = world.context
  const names = ['facts', 'incidents', 'volunteers', 'receipts', 'texts']
  const all = await Promise.all(names.map((name) => connection.collection(name).find({}).toArray()))
  return JSON.stringify(all)
}

describe('the number of a reporter', () => {
  it('is shown by this answer only, to whom, why and when stands in the ledger, and the number in no fact', async () => {
    const { incident } = await given(world).reported({ reporter })
    const operator = await world.as('operator')
    const params = { id: incident.id }
    expect((await operator.call('getIncident', { params })).reporter?.phoneMasked).toBe('+6281…01')

    const body = { reason: 'lainnya', note: 'Menanyakan patokan rumah.' }
    const asked = { params, body, key: 'show-once' }
    const answer = await operator.call('showIncidentPhone', asked)
    expect(answer.phone).toBe(PHONE)
    expect((await operator.call('showIncidentPhone', asked)).phone).toBeNull()
    expect((await operator.call('getIncident', { params })).reporter?.phoneMasked).toBe('+6281…01')

    await world.settled()
    const { facts } = await operator.call('incidentFacts', { params })
    const shown = facts.filter(({ type }) => type === 'phone.shown')
    expect(shown).toMatchObject([
      { byName: 'Contoh operator', data: { volunteerId: null, reason: 'lainnya' } },
    ])
    const kept = await keptAsText()
    expect(kept).toContain('Menanyakan patokan rumah.')
    expect(kept).not.toContain(PHONE.slice(3))
  })
})

describe('the number of a volunteer', () => {
  it('is for operators while he takes part or is on duty; whoever keeps the registry sees it always', async () => {
    const { onDuty, active } = given(world)
    const [idle, ready] = [await active(), await onDuty()]
    const body = { reason: 'data_relawan' }
    const [operator, coordinator] = [await world.as('operator'), await world.as('coordinator')]
    const no = await operator.try('showVolunteerPhone', { params: { id: idle.id }, body })
    expect([no.status, no.body['code']]).toEqual([409, 'not_taking_part'])
    const yes = await operator.call('showVolunteerPhone', { params: { id: ready.id }, body })
    expect(yes.phone).toMatch(/^\+62\d+$/)
    const registry = await coordinator.call('showVolunteerPhone', { params: { id: idle.id }, body })
    expect(registry.phone).toMatch(/^\+62\d+$/)
    await world.settled()
    const { facts } = await coordinator.call('volunteerFacts', { params: { id: idle.id } })
    expect(facts.filter(({ type }) => type === 'volunteer.phone_shown')).toHaveLength(1)
  })

  it.each(['operator', 'commander', 'kalak'] as const)(
    'of somebody who calls for help outside a task is shown to the %s, who sees the alarm',
    async (role) => {
      const { id } = await given(world).calling()
      const body = { reason: 'keselamatan' }
      const answer = await (await world.as(role)).call('showVolunteerPhone', { params: { id }, body })
      expect(answer.phone).toMatch(/^\+62\d+$/)
    },
  )

  it('is shown in the file of the incident to whoever leads it', async () => {
    const { incident } = await given(world).assigned()
    const volunteerId = incident.assignments[0]?.volunteerId
    const body = { reason: 'keselamatan', volunteerId }
    const commander = await world.as('commander')
    const answer = await commander.call('showIncidentPhone', { params: { id: incident.id }, body })
    expect(answer.phone).toMatch(/^\+62\d+$/)
    const no = await commander.try('showIncidentPhone', {
      params: { id: incident.id },
      body: { reason: 'lainnya', volunteerId },
    })
    expect(no.status).toBe(400)
  })

  it('is shown also when he was called home and is not known to have read it', async () => {
    const { incident } = await given(world).assigned()
    const [task] = incident.assignments
    const params = { id: incident.id }
    const commander = await world.as('commander')
    await commander.call('standDown', { params, body: { assignmentIds: [task?.id] } })
    const body = { reason: 'keselamatan', volunteerId: task?.volunteerId }
    expect((await commander.call('showIncidentPhone', { params, body })).phone).toMatch(/^\+62\d+$/)
  })
})

describe('calling back', () => {
  it('is promised with the report and done by a fact', async () => {
    const at = new Date(Date.now() + 900_000).toISOString()
    const { incident } = await given(world).reported({ reporter, callBackAt: at })
    expect(incident.callback).toMatchObject({ at, doneAt: null })
    const operator = await world.as('operator')
    const params = { id: incident.id }
    const later = new Date(Date.now() + 1_800_000).toISOString()
    const planned = await operator.call('planCallback', { params, body: { at: later } })
    expect(planned.incident.callback?.at).toBe(later)
    const done = await operator.call('finishCallback', { params, body: { note: 'Sudah aman.' } })
    expect(done.incident.callback?.doneAt).not.toBeNull()
    await world.settled()
    const { facts } = await operator.call('incidentFacts', { params })
    expect(facts.map(({ type }) => type)).toEqual([
      'incident.reported',
      'callback.planned',
      'callback.planned',
      'callback.done',
    ])
    const past = { body: { at: '2026-01-17T06:00:00.000Z' } }
    expect((await operator.try('planCallback', { params, ...past })).status).toBe(400)
    expect((await audit(world.context.connection)).faults).toEqual([])
  })
})
