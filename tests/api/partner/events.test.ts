import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestCheckin } from '#contracts/domain/incident/commands/contact.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { PartnerEventType } from '#contracts/wire/partner/events.ts'
import { aCity, anIncident, aPartner, aPhone, ask, aVolunteer, op, type PartnerSide } from './city.ts'
import { anEventId, platformOf, type Reply } from './platform-of.ts'
import { aSecret, serve, type Served } from './served.ts'

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

/** Somebody with an offer in time. */
const asked = async () => {
  const volunteer = await aVolunteer(api.context, partner)
  const incident = await anIncident(api.context)
  const offers = await ask(api.context, incident, [volunteer])
  return { volunteer, incident, offerId: offers.get(volunteer.id) ?? '' }
}

/** Somebody who is out for a task. */
const out = async () => {
  const { volunteer, incident, offerId } = await asked()
  const { body } = await ours.send('offer.accepted', { offerId, volunteerRef: volunteer.ref })
  return { volunteer, incident, offerId, assignmentId: String(body['assignmentId']) }
}
const askWhetherSafe = (incidentId: string) =>
  api.context.store.incidents.change(incidentId, op(), (state) =>
    requestCheckin(state, { assignmentIds: null, idOf: (id) => `chk_${id}` }),
  )
const member = async (): Promise<Volunteer> => aVolunteer(api.context, partner)

interface Row {
  /** Data that do not fit, and the field that the answer names. */
  bad: readonly [data: object, field: string]
  /** Data that refer to nothing we know; null when there is nothing to refer to. */
  unknown: object | null
  good: () => Promise<{ data: object; outcome: object }>
}

const rows: Record<PartnerEventType, Row> = {
  'volunteer.registered': {
    bad: [{ volunteerRef: 'x', displayName: 'Budi', phone: '0812', vehicle, skills: [] }, 'data.phone'],
    unknown: null,
    good: async () => ({
      data: { volunteerRef: 'new-1', displayName: 'Budi Tefa', phone: aPhone(), vehicle, skills: ['p3k'] },
      outcome: { outcome: 'registered', volunteerRef: 'new-1' },
    }),
  },
  'volunteer.updated': {
    bad: [{ volunteerRef: 'x', skills: ['juggling'] }, 'data.skills.0'],
    unknown: { volunteerRef: 'nobody', skills: [] },
    good: async () => {
      const { ref } = await member()
      return { data: { volunteerRef: ref, vehicle }, outcome: { outcome: 'updated', volunteerRef: ref } }
    },
  },
  'volunteer.agreed': {
    bad: [{ volunteerRef: 'x', agreements: [{ to: 'everything' }] }, 'data.agreements.0.to'],
    unknown: { volunteerRef: 'nobody', agreements: [{ to: 'consent' }] },
    good: async () => {
      const { ref } = await member()
      const agreements = [{ to: 'consent', version: '2027-01' }]
      return { data: { volunteerRef: ref, agreements }, outcome: { outcome: 'recorded', volunteerRef: ref } }
    },
  },
  'volunteer.withdrawn': {
    bad: [{ volunteerRef: '' }, 'data.volunteerRef'],
    unknown: { volunteerRef: 'nobody' },
    good: async () => {
      const { ref } = await member()
      return { data: { volunteerRef: ref }, outcome: { outcome: 'recorded', volunteerRef: ref } }
    },
  },
  'volunteer.duty_changed': {
    bad: [{ volunteerRef: 'x', duty: 'asleep' }, 'data.duty'],
    unknown: { volunteerRef: 'nobody', duty: 'on' },
    good: async () => {
      const { ref } = await member()
      return {
        data: { volunteerRef: ref, duty: 'on', onTrip: true, declaredArea: 'oebufu' },
        outcome: { outcome: 'updated', volunteerRef: ref },
      }
    },
  },
  'offer.accepted': {
    bad: [{ offerId: 'of_x', volunteerRef: 'x', etaS: -1 }, 'data.etaS'],
    unknown: { offerId: 'of_x', volunteerRef: 'x' },
    good: async () => {
      const { offerId, volunteer } = await asked()
      return {
        data: { offerId, volunteerRef: volunteer.ref, etaS: 300 },
        outcome: { outcome: 'confirmed', assignmentId: expect.stringMatching(/^as_/) },
      }
    },
  },
  'offer.declined': {
    bad: [{ offerId: 'of_x', volunteerRef: 'x', reason: 'bored' }, 'data.reason'],
    unknown: { offerId: 'of_x', volunteerRef: 'x' },
    good: async () => {
      const { offerId, volunteer } = await asked()
      return {
        data: { offerId, volunteerRef: volunteer.ref, reason: 'too_far' },
        outcome: { outcome: 'declined' },
      }
    },
  },
  'assignment.progressed': {
    bad: [{ assignmentId: 'as_x', state: 'flying', at }, 'data.state'],
    unknown: { assignmentId: 'as_x', state: 'en_route', at },
    good: async () => {
      const { assignmentId } = await out()
      return {
        data: { assignmentId, state: 'on_scene', at, ...place, note: 'Sudah di depan gang' },
        outcome: { outcome: 'applied' },
      }
    },
  },
  'assignment.acknowledged': {
    bad: [{ assignmentId: 'as_x', what: 'confirmed', how: 'seen' }, 'data.how'],
    unknown: { assignmentId: 'as_x', what: 'confirmed', how: 'read' },
    good: async () => {
      const { assignmentId } = await out()
      return {
        data: { assignmentId, what: 'confirmed', how: 'delivered' },
        outcome: { outcome: 'recorded' },
      }
    },
  },
  'checkin.answered': {
    bad: [{ volunteerRef: 'x', at, lat: 91, lng: 123 }, 'data.lat'],
    unknown: { volunteerRef: 'nobody', at },
    good: async () => {
      const { volunteer, incident } = await out()
      await askWhetherSafe(incident.id)
      return {
        data: { volunteerRef: volunteer.ref, at, ...place, text: 'Aman, di seberang jembatan' },
        outcome: { outcome: 'recorded', volunteerRef: volunteer.ref },
      }
    },
  },
  'volunteer.sos': {
    bad: [{ volunteerRef: 'x', at: 'yesterday' }, 'data.at'],
    unknown: { volunteerRef: 'nobody', at },
    good: async () => {
      const { ref } = await member()
      return {
        data: { volunteerRef: ref, at, ...place },
        outcome: { outcome: 'recorded', volunteerRef: ref },
      }
    },
  },
  'message.received': {
    bad: [{ volunteerRef: 'x', at, text: '' }, 'data.text'],
    unknown: { volunteerRef: 'nobody', at, text: 'Halo' },
    good: async () => {
      const { volunteer } = await out()
      return {
        data: { volunteerRef: volunteer.ref, at, text: 'Jembatan putus' },
        outcome: { outcome: 'recorded', volunteerRef: volunteer.ref },
      }
    },
  },
  'evidence.added': {
    bad: [{ assignmentId: 'as_x', kind: 'photo', text: 'Air naik' }, 'data.uploadId'],
    unknown: { assignmentId: 'as_x', kind: 'note', text: 'Air naik' },
    good: async () => {
      const { assignmentId } = await out()
      return {
        data: { assignmentId, kind: 'note', text: 'Air naik 10 cm dalam satu jam' },
        outcome: { outcome: 'recorded' },
      }
    },
  },
  'incident.observed': {
    bad: [{ volunteerRef: 'x', hazard: 'ufo', ...place, at }, 'data.hazard'],
    unknown: { volunteerRef: 'nobody', hazard: 'pohon_tumbang', ...place, at },
    good: async () => {
      const { ref } = await member()
      return {
        data: { volunteerRef: ref, hazard: 'pohon_tumbang', ...place, at, note: 'Menutup jalan' },
        outcome: { outcome: 'recorded', incidentId: expect.stringMatching(/^inc_/), volunteerRef: ref },
      }
    },
  },
}

/** The ledger as it stands when all is quiet. */
const head = async () => {
  await api.context.store.settled()
  return api.context.store.cursors.head('5371')
}
const fieldsOf = ({ body }: Reply): string[] =>
  (body['fields'] as { path: string }[] | undefined)?.map(({ path }) => path) ?? []

/** Sends an event and repeats it: the answer is the same to the byte, and the repeat changes nothing. */
const sentTwice = async (type: string, data: object) => {
  const id = anEventId()
  const first = await ours.send(type, data, id)
  const before = await head()
  const again = await ours.send(type, data, id)
  expect([again.status, again.text]).toEqual([first.status, first.text])
  expect(await head()).toEqual(before)
  return first
}

describe.each(Object.entries(rows))('%s', (type, { bad, good }) => {
  it('is not believed without the partner’s signature', async () => {
    const before = await head()
    const stranger = platformOf(api.url, { ...partner, secret: aSecret() })
    const reply = await stranger.send(type, bad[0])
    expect([reply.status, reply.body['code']]).toEqual([401, 'bad_signature'])
    expect(await head()).toEqual(before)
  })

  it('names the field that does not fit, the same to a repeat', async () => {
    const before = await head()
    const reply = await sentTwice(type, bad[0])
    expect([reply.status, reply.body['code']]).toEqual([400, 'invalid'])
    expect(fieldsOf(reply)).toContain(bad[1])
    expect(await head()).toEqual(before)
  })

  it('is done once and answered for ever alike', async () => {
    const { data, outcome } = await good()
    const reply = await sentTwice(type, data)
    expect([reply.status, reply.body]).toEqual([200, outcome])
  })

  it('refuses another body under the same id, and keeps the first answer', async () => {
    const { data } = await good()
    const id = anEventId()
    const first = await ours.send(type, data, id)
    const before = await head()
    const other = await ours.send(type, data, id, '2026-01-17T06:05:01Z')
    expect([other.status, other.body['code']]).toEqual([422, 'id_reused'])
    expect(await head()).toEqual(before)
    expect((await ours.send(type, data, id)).text).toBe(first.text)
  })
})

const referring = Object.entries(rows).filter(([, { unknown }]) => unknown !== null)
it.each(referring)('%s does not know what it refers to, the same to a repeat', async (type, { unknown }) => {
  const before = await head()
  const reply = await sentTwice(type, unknown ?? {})
  expect([reply.status, reply.body['code']]).toEqual([404, 'not_found'])
  expect(await head()).toEqual(before)
})

it('knows no other events', async () => {
  const reply = await ours.send('volunteer.promoted', { volunteerRef: 'x' })
  expect([reply.status, fieldsOf(reply)]).toEqual([400, ['type']])
})

it('is nobody else’s business: another partner’s volunteers, offers and assignments are not found', async () => {
  const theirs = platformOf(api.url, await aPartner(api.context, 'rival'))
  const { volunteer, offerId } = await asked()
  const { assignmentId } = await out()
  const before = await head()
  const replies = await Promise.all([
    theirs.send('offer.accepted', { offerId, volunteerRef: volunteer.ref }),
    theirs.send('offer.declined', { offerId, volunteerRef: volunteer.ref }),
    theirs.send('volunteer.duty_changed', { volunteerRef: volunteer.ref, duty: 'off' }),
    theirs.send('assignment.progressed', { assignmentId, state: 'completed', at }),
    theirs.get(`/assignments/${assignmentId}`),
  ])
  expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
  expect(await head()).toEqual(before)
})

it('lets only the volunteer who was asked answer', async () => {
  const { offerId } = await asked()
  const { ref } = await member()
  expect((await ours.send('offer.accepted', { offerId, volunteerRef: ref })).status).toBe(404)
})
