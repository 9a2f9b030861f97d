import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestCheckin } from '#contracts/domain/incident/commands/contact.ts'
import { standDown } from '#contracts/domain/incident/commands/finish.ts'
import { audit } from '../../world/audit.ts'
import { aCity, anIncident, aPartner, ask, aVolunteer, fileOf, op, type PartnerSide } from './city.ts'
import { anEventId, platformOf } from './platform-of.ts'
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
const safe = (volunteerRef: string, more: object = {}) => ({ volunteerRef, at, ...more })

/** Somebody who is out for a task; `ask` asks whether he is safe. */
const out = async () => {
  const volunteer = await aVolunteer(api.context, partner)
  const { id } = await (async () => {
    const incident = await anIncident(api.context)
    const offerId = (await ask(api.context, incident, [volunteer])).get(volunteer.id) ?? ''
    await ours.send('offer.accepted', { offerId, volunteerRef: volunteer.ref })
    return incident
  })()
  const assignment = async () => {
    const found = (await fileOf(api.context, id)).assignments.find((a) => a.volunteerId === volunteer.id)
    if (found === undefined) throw new Error('he is not out')
    return found
  }
  const change = api.context.store.incidents.change
  return {
    id,
    ref: volunteer.ref,
    assignment,
    asked: () =>
      change(id, op(), (state) =>
        requestCheckin(state, { assignmentIds: null, idOf: (assignmentId) => `chk_${assignmentId}` }),
      ),
    calledHome: async () => {
      const { id: assignmentId } = await assignment()
      await change(id, op(), (state) => standDown(state, { assignmentIds: [assignmentId] }))
      await api.context.store.settled()
    },
  }
}

describe('a sign of life', () => {
  it('answers the check-in, says where he is, and keeps what he wrote', async () => {
    const given = await out()
    await given.asked()
    const data = safe(given.ref, { lat: -10.17, lng: 123.61, text: 'Aman, di seberang' })
    expect((await ours.send('checkin.answered', data)).body['outcome']).toBe('recorded')
    const { lastPoint, checkin, id: assignmentId } = await given.assignment()
    expect(lastPoint).toEqual({ lat: -10.17, lng: 123.61 })
    expect(checkin?.answeredAt).not.toBeNull()
    const { notes } = await fileOf(api.context, given.id)
    expect(notes).toMatchObject([{ about: 'message', from: assignmentId }])
    const view = await ours.get(`/assignments/${assignmentId}`)
    const { id: checkinId, ...times } = checkin!
    expect(view.body['checkin']).toEqual({ checkinId, ...times })
  })

  it('counts though he was called home meanwhile: he may still be out there', async () => {
    const given = await out()
    await given.asked()
    await given.calledHome()
    expect((await ours.send('checkin.answered', safe(given.ref))).body['outcome']).toBe('recorded')
    expect((await given.assignment()).checkin?.answeredAt).not.toBeNull()
  })

  it('that nobody asked for changes nothing, and what he wrote is kept', async () => {
    const given = await out()
    expect((await ours.send('checkin.answered', safe(given.ref))).body['outcome']).toBe('unchanged')
    const told = await ours.send('checkin.answered', safe(given.ref, { text: 'Air mulai surut' }))
    expect(told.body['outcome']).toBe('recorded')
    expect((await fileOf(api.context, given.id)).notes).toMatchObject([{ about: 'message' }])
    const { ref } = await aVolunteer(api.context, partner)
    const idle = await ours.send('checkin.answered', safe(ref, { text: 'Aman' }))
    expect([idle.status, idle.body]).toEqual([200, { outcome: 'unchanged', volunteerRef: ref }])
  })

  it('counts once, though it is sent by three at once and again after the answer', async () => {
    const given = await out()
    await given.asked()
    const id = anEventId()
    const send = () => ours.send('checkin.answered', safe(given.ref, { text: 'Aman' }), id)
    const replies = [...(await Promise.all([send(), send(), send()])), await send()]
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
    expect((await ours.send('checkin.answered', safe(given.ref))).body['outcome']).toBe('unchanged')
    expect((await fileOf(api.context, given.id)).notes).toHaveLength(1)
  })

  it('is not for another partner to give', async () => {
    const given = await out()
    await given.asked()
    const rival = platformOf(api.url, await aPartner(api.context, 'rival'))
    expect((await rival.send('checkin.answered', safe(given.ref))).status).toBe(404)
    expect((await given.assignment()).checkin?.answeredAt).toBeNull()
  })
})

it('leaves everything in order', async () => {
  await api.context.store.settled()
  expect((await audit(api.context.connection)).faults).toEqual([])
})
