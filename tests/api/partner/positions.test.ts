import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { coarse } from '#contracts/domain/place.ts'
import type { Role } from '#contracts/domain/roles.ts'
import { acknowledgeVolunteerSos } from '#contracts/domain/volunteer/commands.ts'
import { listAlarms } from '../../../api/queries/alarms.ts'
import { volunteerHistory } from '../../../api/queries/volunteer-history.ts'
import { volunteerView } from '../../../api/queries/volunteers.ts'
import { changeVolunteer } from '../../../api/usecases/volunteer/change-volunteer.ts'
import { newHome } from '../../world/platform.ts'
import { AssignmentState, EventOutcome, OpenOffers } from '#contracts/wire/partner/reads.ts'
import { aCity, anIncident, aPartner, ask, aVolunteer, type PartnerSide } from './city.ts'
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

const fix = (volunteerRef: string, at: string, lat = -10.16) => ({ volunteerRef, lat, lng: 123.6, at })
const send = (...positions: object[]) => ours.post('/positions', JSON.stringify({ positions }))
const kept = async (id: string) => (await api.context.presence.all('5371')).get(id)

describe('positions', () => {
  it('says which field does not fit', async () => {
    const reply = await send({ ...fix('x', '2026-01-17T06:00:00Z'), lat: 91 })
    expect([reply.status, reply.body['fields']]).toEqual([
      400,
      [expect.objectContaining({ path: 'positions.0.lat' })],
    ])
    expect((await send()).status).toBe(400)
    expect((await ours.post('/positions', 'x'.repeat(262_145))).status).toBe(413)
  })

  it('keeps the latest of each volunteer, and names those it does not know', async () => {
    const { ref, id } = await aVolunteer(api.context, partner)
    const first = await send(
      fix(ref, '2026-01-17T06:00:10Z', -10.11),
      fix(ref, '2026-01-17T06:00:05Z', -10.12),
      fix('nobody', '2026-01-17T06:00:00Z'),
    )
    expect([first.status, first.body]).toEqual([200, { taken: 1, older: 0, unknown: ['nobody'] }])
    expect((await send(fix(ref, '2026-01-17T06:00:07Z', -10.13))).body).toMatchObject({ taken: 0, older: 1 })
    expect(await kept(id)).toMatchObject({ lat: -10.11, at: '2026-01-17T06:00:10.000Z' })
  })

  it('does not let a clock that runs ahead keep later fixes out', async () => {
    const { ref, id } = await aVolunteer(api.context, partner)
    await send(fix(ref, '2099-01-01T00:00:00Z', -10.11))
    await send(fix(ref, '2099-01-01T00:00:01Z', -10.12))
    expect(await kept(id)).toMatchObject({ lat: -10.12 })
  })

  it('does not keep where people are who are off duty, unless they are bound', async () => {
    const idle = await aVolunteer(api.context, partner, { duty: false })
    const busy = await aVolunteer(api.context, partner)
    await ask(api.context, await anIncident(api.context), [busy])
    const off = { volunteerRef: busy.ref, duty: 'off', onTrip: false }
    expect((await ours.send('volunteer.duty_changed', off)).body).toMatchObject({ outcome: 'updated' })
    const at = '2026-01-17T06:00:00Z'
    expect((await send(fix(idle.ref, at), fix(busy.ref, at))).body).toEqual({
      taken: 1,
      older: 0,
      unknown: [],
    })
    expect(await kept(idle.id)).toBeUndefined()
    expect(await kept(busy.id)).toBeDefined()
  })

  it('keeps where somebody is who calls for help, and shows it with his words, until his call was seen', async () => {
    const { context } = api
    const { ref, id } = await aVolunteer(context, partner, { duty: false })
    const call = {
      volunteerRef: ref,
      lat: -10.17,
      lng: 123.61,
      text: 'Terjebak air',
      at: '2026-01-17T06:00:00Z',
    }
    await ours.send('volunteer.sos', call)
    const caller = { userId: 'usr_1', sid: 'sid_1', agencyId: '5371', partnerId: null } as const
    const alarmOf = async (role: Role) =>
      (await listAlarms(context, { ...caller, role })).alarms.find(({ volunteerId }) => volunteerId === id)
    const said = { text: 'Terjebak air', point: expect.objectContaining({ lat: -10.17, lng: 123.61 }) }
    expect((await alarmOf('operator'))?.sos).toMatchObject(said)
    // He watches the incidents, and people are none of his business.
    expect(await alarmOf('pimpinan')).toMatchObject({ what: 'sos', drill: false })
    expect((await alarmOf('pimpinan'))?.sos).toBeUndefined()
    expect(await volunteerView(context, '5371', id)).toMatchObject({
      position: { lat: -10.17, source: 'live' },
      sos: said,
    })

    await context.store.models.partner
      .updateOne({ _id: partner.id }, { $set: { 'state.sandbox': true } })
      .exec()
    expect(await alarmOf('operator')).toMatchObject({ what: 'sos', drill: true })

    expect((await send(fix(ref, context.clock.now().toISOString(), -10.18))).body).toMatchObject({ taken: 1 })
    expect((await volunteerView(context, '5371', id)).position).toMatchObject({ lat: -10.18 })

    const by = { kind: 'user', id: 'usr_1' } as const
    await changeVolunteer(context, { opId: `api:${id}`, agencyId: '5371', by }, id, acknowledgeVolunteerSos)
    expect((await send(fix(ref, context.clock.now().toISOString(), -10.19))).body).toMatchObject({ taken: 0 })
    expect((await volunteerView(context, '5371', id)).position).toBeNull()
    const { facts, texts } = await volunteerHistory(context, '5371', id)
    const textId = String(facts.find(({ type }) => type === 'volunteer.sos')?.data['textId'])
    expect(texts[textId]).toBe('Terjebak air')
  })
})

it('takes events and no positions while Redis is away', async () => {
  const alone = await serve({ ...newHome(), redisUrl: 'redis://127.0.0.1:9' })
  await aCity(alone.context)
  const there = await aPartner(alone.context, 'sim')
  const { ref } = await aVolunteer(alone.context, there)
  const side = platformOf(alone.url, there)
  const paused = await side.send('volunteer.duty_changed', {
    volunteerRef: ref,
    duty: 'paused',
    onTrip: false,
  })
  expect(paused.body).toMatchObject({ outcome: 'updated' })
  const body = JSON.stringify({ positions: [fix(ref, '2026-01-17T06:00:00Z')] })
  const reply = await side.post('/positions', body)
  expect([reply.status, reply.body['code'], reply.headers.get('retry-after')]).toEqual([
    503,
    'not_saved',
    '2',
  ])
  await alone.close()
})

const asked = async () => {
  const volunteer = await aVolunteer(api.context, partner)
  const incident = await anIncident(api.context)
  const offerId = (await ask(api.context, incident, [volunteer])).get(volunteer.id) ?? ''
  return { volunteer, incident, offerId }
}

describe('reconciling', () => {
  it('lists the offers that can still be answered, and no others', async () => {
    const { offerId, volunteer } = await asked()
    const late = await aVolunteer(api.context, partner)
    await ask(api.context, await anIncident(api.context), [late], -1)
    const { status, body } = await ours.get('/offers?state=open')
    const { offers } = OpenOffers.parse(body)
    // Nothing beside what the contract says: before he accepts, the place stays coarse.
    expect(body).toEqual({ offers })
    expect(status).toBe(200)
    expect(offers).toContainEqual(
      expect.objectContaining({
        offerId,
        volunteerRef: volunteer.ref,
        task: 'antar_bantuan',
        place: { areaName: 'Oebufu, Kec. Oebobo', ...coarse({ lat: -10.1637, lng: 123.6291 }) },
        drill: false,
      }),
    )
    expect(JSON.stringify(body)).not.toMatch(/Maria|Frans Seda|\+62/)
    expect(offers.map(({ volunteerRef }) => volunteerRef)).not.toContain(late.ref)
    expect((await ours.get('/offers')).status).toBe(400)
    expect((await ours.get('/offers?state=all')).status).toBe(400)
  })

  it('tells how an assignment and an event stand', async () => {
    const { offerId, volunteer } = await asked()
    const accepted = await ours.send('offer.accepted', { offerId, volunteerRef: volunteer.ref }, 'msg_known')
    const assignmentId = String(accepted.body['assignmentId'])
    const state = (await ours.get(`/assignments/${assignmentId}`)).body
    expect(AssignmentState.strict().parse(state)).toEqual(state)
    expect(state).toMatchObject({
      offerId,
      volunteerRef: volunteer.ref,
      state: 'accepted',
      active: true,
      told: { place: { lat: -10.1637, lng: 123.6291 }, contact: { phone: expect.stringContaining('+') } },
    })
    const at = new Date().toISOString()
    const given = { assignmentId, state: 'released', at, note: 'Ban bocor' }
    expect((await ours.send('assignment.progressed', given)).status).toBe(200)
    const ended = (await ours.get(`/assignments/${assignmentId}`)).body
    expect(ended).toMatchObject({ active: false, told: null })
    const known = (await ours.get('/events/msg_known')).body
    expect(EventOutcome.strict().parse(known)).toEqual(known)
    expect(known).toEqual({ webhookId: 'msg_known', answer: { status: 200, body: accepted.body } })
    expect((await ours.get('/events/msg_unknown')).status).toBe(404)
    expect((await ours.get('/assignments/as_unknown')).status).toBe(404)
  })

  it('wants a signature', async () => {
    for (const path of ['/offers?state=open', '/assignments/as_x', '/events/msg_x'])
      expect((await fetch(`${api.url}/partner/v1${path}`)).status).toBe(401)
  })
})
