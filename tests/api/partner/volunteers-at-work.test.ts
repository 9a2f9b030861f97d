import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { callForHelp } from '../../../api/usecases/answer/raise-sos.ts'
import { aCity, anIncident, aPartner, aPhone, ask, aVolunteer, fileOf, type PartnerSide } from './city.ts'
import { platformOf } from './platform-of.ts'
import { serve, type Served } from './served.ts'

let api: Served
let partner: PartnerSide
let ours: ReturnType<typeof platformOf>
beforeAll(async () => {
  api = await serve()
  await aCity(api.context)
  partner = await aPartner(api.context, 'sim')
  ours = platformOf(api.url, partner)
})
afterAll(() => api.close())

const at = '2026-01-17T14:05:00+08:00'
const place = { lat: -10.1637, lng: 123.6291 }
const vehicle = { kind: 'car', plate: 'DH 77 AB' }

/** Somebody who is out for a task. */
const out = async () => {
  const volunteer = await aVolunteer(api.context, partner)
  const incident = await anIncident(api.context)
  const offerId = (await ask(api.context, incident, [volunteer])).get(volunteer.id)
  const { body } = await ours.send('offer.accepted', { offerId, volunteerRef: volunteer.ref })
  return { volunteer, incident, assignmentId: String(body['assignmentId']) }
}
const member = async (): Promise<Volunteer> => aVolunteer(api.context, partner)
const step = (assignmentId: string, state: string, more: object = {}) =>
  ours.send('assignment.progressed', { assignmentId, state, at, ...more })
const registration = (volunteerRef: string, phone: string) => ({
  volunteerRef,
  displayName: 'Ina Bria',
  phone,
  vehicle,
  skills: [],
})

describe('steps', () => {
  it('go forward with skips, never back, and not after an exit', async () => {
    const { assignmentId, incident } = await out()
    expect((await step(assignmentId, 'working')).body).toEqual({ outcome: 'applied' })
    expect((await step(assignmentId, 'en_route')).body).toEqual({ outcome: 'already_past' })
    expect((await step(assignmentId, 'released', { note: 'Ban bocor' })).body).toEqual({ outcome: 'applied' })
    const late = await step(assignmentId, 'completed')
    expect([late.status, late.body['code']]).toEqual([409, 'terminal'])
    expect((await fileOf(api.context, incident.id)).assignments[0]?.state).toBe('released')
  })

  it('are never dated in the future', async () => {
    const { assignmentId, incident } = await out()
    await step(assignmentId, 'en_route', { at: '2099-01-01T00:00:00Z' })
    const now = api.context.clock.now().toISOString()
    const reached = (await fileOf(api.context, incident.id)).assignments[0]?.times.en_route ?? 'never'
    expect(reached <= now).toBe(true)
  })
})

it('raises an SOS on the task that somebody is out for, with his words beside it', async () => {
  const { volunteer, assignmentId, incident } = await out()
  await ours.send('volunteer.sos', { volunteerRef: volunteer.ref, at, ...place, text: 'Terjebak air' })
  const { alarms, notes } = await fileOf(api.context, incident.id)
  expect(alarms).toContainEqual(expect.objectContaining({ what: 'sos', subject: assignmentId }))
  const words = await api.context.store.texts.read(notes.map(({ textId }) => textId))
  expect(Object.values(words)).toEqual(['Terjebak air'])
})

it('hears a call for help once, though its first run died and the task has ended before the second', async () => {
  const { volunteer, assignmentId, incident } = await out()
  const { store } = api.context
  const op = {
    opId: 'wh:ptn:sos-1',
    agencyId: volunteer.agencyId,
    by: { kind: 'partner', id: 'ptn' },
  } as const
  const call = () => callForHelp(store, volunteer, op, { point: null, text: null })
  await call()
  await step(assignmentId, 'released')
  await call()
  const { alarms } = await fileOf(api.context, incident.id)
  expect(alarms.filter(({ what }) => what === 'sos')).toHaveLength(1)
  expect((await store.ledger.load('volunteer', volunteer.id))?.state.sosAt).toBeNull()
})

it('refuses a message of somebody without a task', async () => {
  const { ref } = await member()
  const reply = await ours.send('message.received', { volunteerRef: ref, at, text: 'Halo' })
  expect([reply.status, reply.body['code']]).toEqual([409, 'terminal'])
})

it('keeps names and numbers out of the facts, and what is wrong out of the person', async () => {
  const { context } = api
  const { ref, id } = await member()
  await ours.send('volunteer.updated', { volunteerRef: ref, displayName: 'Nama Baru' })
  expect((await context.store.texts.persons([id])).get(id)?.displayName).toBe('Nama Baru')
  const again = { volunteerRef: ref, displayName: 'Orang Lain', phone: aPhone(), vehicle, skills: [] }
  const reply = await ours.send('volunteer.registered', again)
  expect([reply.status, reply.body['code']]).toEqual([409, 'already_registered'])
  expect((await context.store.texts.persons([id])).get(id)?.displayName).toBe('Nama Baru')
  await context.store.settled()
  const facts = JSON.stringify(await context.store.cursors.of(id))
  expect(facts).not.toMatch(/Nama Baru|\+62/)
})

it('tells one person with two spellings of his number apart from nobody', async () => {
  const phone = aPhone()
  await ours.send('volunteer.registered', registration('ina-1', phone))
  await ours.send('volunteer.registered', registration('ina-2', phone.replace('+62', '+620')))
  const { partnerQueries } = api.context
  const known = await partnerQueries.volunteersByRef(partner.id, ['ina-1', 'ina-2'])
  expect(known.get('ina-1')?.personKey).toBe(known.get('ina-2')?.personKey)
})
