import type { Role } from '#contracts/domain/roles.ts'
import type { RouteName } from '#contracts/wire/routes/all.ts'
import type { Call } from '../world/client.ts'
import { aReport, OEBUFU, twoMotorcycles, type Given } from './given.ts'
import { freshPhone } from './given-volunteers.ts'

/** What is tried on a route, in the order in which it is checked. */
export interface Row {
  /** Null: open to everybody, or to everybody who is signed in. */
  forbidden: Role | null
  role: Role
  /** Null: nothing can be wrong with a call of this route. */
  bad: Call | null
  /** What is answered 404. */
  missing?: Call
  /** What is answered 409, and with which code. */
  conflict?: { code: string; call: (given: Given) => Promise<Call> }
  good: (given: Given) => Promise<Call>
}

const nowhere = { id: 'inc_none' }
const nobody = { id: 'vol_none' }
const of = (doc: { incident: { id: string } }): Call => ({ params: { id: doc.incident.id } })
const ofVolunteer = ({ id }: { id: string }): Call => ({ params: { id } })
const longNote = { note: 'x'.repeat(2001) }

type Body = Record<string, unknown>

/** An order on an incident: unknown incident 404, wrong state 409, right state good. */
const order = (
  bad: Body,
  body: Body | undefined,
  conflict: { code: string; from: (given: Given) => Promise<{ incident: { id: string } }> },
  good: (given: Given) => Promise<{ incident: { id: string } }>,
): Row => ({
  role: 'operator',
  forbidden: 'pimpinan',
  bad: { params: nowhere, body: bad },
  missing: { params: nowhere, body },
  conflict: {
    code: conflict.code,
    call: async (given) => ({ ...of(await conflict.from(given)), body }),
  },
  good: async (given) => ({ ...of(await good(given)), body }),
})

const read = (missing: Call, good: (given: Given) => Promise<Call>): Row => ({
  role: 'operator',
  forbidden: 'partner_admin',
  bad: { ...missing, query: { nonsense: 1 } },
  missing,
  good,
})

/** An order on a volunteer by his coordinator. */
const orderOnVolunteer = (
  bad: Body,
  body: Body | undefined,
  conflict: { code: string; from: (given: Given) => Promise<{ id: string }> },
  good: (given: Given) => Promise<{ id: string }>,
): Row => ({
  role: 'coordinator',
  forbidden: 'pimpinan',
  bad: { params: nobody, body: bad },
  missing: { params: nobody, body },
  conflict: {
    code: conflict.code,
    call: async (given) => ({ ...ofVolunteer(await conflict.from(given)), body }),
  },
  good: async (given) => ({ ...ofVolunteer(await good(given)), body }),
})

const illegal = (from: (given: Given) => Promise<{ incident: { id: string } }>) => ({
  code: 'illegal_move',
  from,
})

/** One row for each route of the catalogue; the compiler counts them. */
export const rows = {
  login: {
    role: 'operator',
    forbidden: null,
    bad: { body: { login: 'operator' } },
    good: async () => ({ body: { login: 'operator', password: 'a password for the tests' } }),
  },
  // What these two answer with a cookie stands in sessions.test.ts.
  refresh: { role: 'operator', forbidden: null, bad: null, good: async () => ({}) },
  logout: { role: 'operator', forbidden: null, bad: null, good: async () => ({}) },
  me: { role: 'pimpinan', forbidden: null, bad: { query: { a: 1 } }, good: async () => ({}) },

  reference: {
    role: 'pimpinan',
    forbidden: 'partner_admin',
    bad: { query: { a: 1 } },
    good: async () => ({}),
  },
  nearestKelurahan: {
    role: 'operator',
    forbidden: 'partner_admin',
    bad: { query: { lat: 91, lng: 0 } },
    good: async () => ({ query: { lat: OEBUFU.lat, lng: OEBUFU.lng } }),
  },
  listAlarms: {
    role: 'operator',
    forbidden: 'partner_admin',
    bad: { query: { a: 1 } },
    good: async () => ({}),
  },
  listFacts: {
    role: 'supervisor',
    forbidden: 'operator',
    bad: { query: { after: -1 } },
    good: async () => ({}),
  },
  listDeliveries: {
    role: 'partner_admin',
    forbidden: 'operator',
    bad: { query: { state: 'lost' } },
    good: async () => ({}),
  },

  listIncidents: {
    role: 'pimpinan',
    forbidden: 'partner_admin',
    bad: { query: { status: 'gone' } },
    good: async () => ({ query: { status: 'open' } }),
  },
  nearbyIncidents: {
    role: 'operator',
    forbidden: 'partner_admin',
    bad: { query: { lat: 0 } },
    good: async () => ({ query: { lat: OEBUFU.lat, lng: OEBUFU.lng } }),
  },
  reportIncident: {
    role: 'operator',
    forbidden: 'commander',
    bad: { body: { ...aReport, hazard: 'perang' } },
    missing: { body: { ...aReport, follows: 'inc_none' } },
    conflict: {
      code: 'outside_area',
      call: async () => ({ body: { ...aReport, place: { lat: -8.5, lng: 119.9 } } }),
    },
    good: async () => ({ body: aReport }),
  },
  getIncident: read({ params: nowhere }, async (given) => of(await given.reported())),
  incidentFacts: read({ params: nowhere }, async (given) => of(await given.reported())),
  correctIncident: order(
    { severity: 'parah' },
    { severity: 'kritis' },
    {
      code: 'nothing_to_change',
      from: (given) => given.reported({ severity: 'kritis' }),
    },
    (given) => given.reported(),
  ),
  verifyIncident: order(
    longNote,
    undefined,
    illegal((g) => g.verified()),
    (g) => g.reported(),
  ),
  rejectIncident: order(
    { reason: 'bosan' },
    { reason: 'palsu' },
    illegal((g) => g.dispatching()),
    (g) => g.reported(),
  ),
  referIncident: order(
    { to: 'nasa' },
    { to: 'sar' },
    illegal((g) => g.controlled()),
    (g) => g.reported(),
  ),
  markDuplicate: {
    role: 'operator',
    forbidden: 'commander',
    bad: { params: nowhere, body: {} },
    missing: { params: nowhere, body: { of: 'inc_none' } },
    conflict: {
      code: 'self_duplicate',
      call: async (given) => {
        const { incident } = await given.reported()
        return { params: { id: incident.id }, body: { of: incident.id } }
      },
    },
    good: async (given) => {
      const { incident } = await given.reported()
      return { ...of(await given.reported()), body: { of: incident.id } }
    },
  },
  undoDuplicate: order(
    { a: 1 },
    undefined,
    illegal((g) => g.reported()),
    (g) => g.duplicate(),
  ),
  setNeeds: order(
    { needs: [] },
    twoMotorcycles,
    { code: 'closed_incident', from: (g) => g.cancelled() },
    (g) => g.reported(),
  ),
  dropNeed: {
    role: 'operator',
    forbidden: 'pimpinan',
    bad: { params: { ...nowhere, needId: 'nd_none' }, body: longNote },
    missing: { params: { ...nowhere, needId: 'nd_none' } },
    conflict: {
      code: 'unknown_need',
      call: async (given) => {
        const { incident } = await given.reported()
        return { params: { id: incident.id, needId: 'nd_none' } }
      },
    },
    good: async (given) => {
      const { incident } = await given.planned()
      return {
        params: { id: incident.id, needId: incident.needs[0]?.id ?? '' },
        body: { note: 'Tidak perlu.' },
      }
    },
  },
  dispatchIncident: order({ a: 1 }, undefined, { code: 'no_needs', from: (g) => g.verified() }, (g) =>
    g.planned(),
  ),
  askAgain: order(
    { a: 1 },
    undefined,
    illegal((g) => g.planned()),
    (g) => g.dispatching(),
  ),
  widenSearch: order(
    { a: 1 },
    undefined,
    illegal((g) => g.planned()),
    (g) => g.dispatching(),
  ),
  assignByHand: {
    role: 'operator',
    forbidden: 'kalak',
    bad: { params: nowhere, body: { needId: 'x' } },
    missing: { params: nowhere, body: { needId: 'x', volunteerId: 'vol_none', reason: 'Ditelepon.' } },
    conflict: {
      code: 'unfit',
      call: async (given) => {
        const { incident } = await given.dispatching()
        const { id: volunteerId } = await given.active()
        const needId = incident.needs[0]?.id
        return { params: { id: incident.id }, body: { needId, volunteerId, reason: 'Ditelepon.' } }
      },
    },
    good: async (given) => {
      const { incident } = await given.dispatching()
      const { id: volunteerId } = await given.onDuty()
      const needId = incident.needs[0]?.id
      return { params: { id: incident.id }, body: { needId, volunteerId, reason: 'Ditelepon.' } }
    },
  },
  cancelIncident: order(
    {},
    { reason: 'Sudah reda.' },
    illegal((g) => g.controlled()),
    (g) => g.dispatching(),
  ),
  standDown: {
    role: 'operator',
    forbidden: 'coordinator',
    bad: { params: nowhere, body: { assignmentIds: [] } },
    missing: { params: nowhere, body: { assignmentIds: ['as_none'] } },
    good: async (given) => {
      const { incident } = await given.assigned()
      return {
        params: { id: incident.id },
        body: { assignmentIds: incident.assignments.map(({ id }) => id) },
      }
    },
  },
  controlIncident: order(
    longNote,
    undefined,
    illegal((g) => g.reported()),
    (g) => g.verified(),
  ),
  resumeIncident: order(
    longNote,
    undefined,
    illegal((g) => g.verified()),
    (g) => g.controlled(),
  ),
  closeIncident: order(
    longNote,
    undefined,
    illegal((g) => g.verified()),
    (g) => g.controlled(),
  ),
  noteIncident: {
    role: 'kalak',
    forbidden: 'pimpinan',
    bad: { params: nowhere, body: { text: ' ' } },
    missing: { params: nowhere, body: { text: 'Sudah dicek.' } },
    good: async (given) => ({ ...of(await given.reported()), body: { text: 'Sudah dicek.' } }),
  },
  trcIncident: order(
    { step: 'slept' },
    { step: 'departed' },
    { code: 'already_done', from: (g) => g.trcOut() },
    (g) => g.reported(),
  ),
  acknowledgeAlarm: {
    role: 'operator',
    forbidden: 'kalak',
    bad: { params: nowhere, body: {} },
    missing: { params: nowhere, body: { alarm: 'stalled:nd_none' } },
    conflict: {
      code: 'unknown_alarm',
      call: async (given) => ({ ...of(await given.reported()), body: { alarm: 'stalled:nd_none' } }),
    },
    good: async (given) => {
      const { alarm, ...detail } = await given.alarmed()
      return { ...of(detail), body: { alarm } }
    },
  },
  offerLink: {
    ...read({ params: { ...nowhere, offerId: 'of_none' } }, async (given) => {
      const { incidentId, offerId } = await given.offered()
      return { params: { id: incidentId, offerId } }
    }),
    forbidden: 'pimpinan',
  },

  listVolunteers: {
    role: 'coordinator',
    forbidden: 'pimpinan',
    bad: { query: { duty: 'asleep' } },
    good: async (given) => {
      await given.onDuty()
      return { query: { duty: 'on' } }
    },
  },
  getVolunteer: {
    ...read({ params: nobody }, async (g) => ofVolunteer(await g.active())),
    forbidden: 'pimpinan',
  },
  volunteerFacts: {
    ...read({ params: nobody }, async (g) => ofVolunteer(await g.active())),
    forbidden: 'pimpinan',
  },
  registerVolunteer: {
    role: 'operator',
    forbidden: 'commander',
    bad: { body: { displayName: 'Contoh', phone: '12345678901234567', plate: 'DH', vehicle: 'car' } },
    conflict: {
      code: 'already_registered',
      call: async (given) => {
        const body = { displayName: 'Contoh', phone: freshPhone(), plate: 'DH 3 CC', vehicle: 'car' }
        await given.registered({ phone: body.phone })
        return { body }
      },
    },
    good: async () => ({
      body: { displayName: 'Contoh', phone: freshPhone(), plate: 'DH 3 CC', vehicle: 'car', skills: ['p3k'] },
    }),
  },
  editVolunteer: {
    ...orderOnVolunteer(
      { vehicle: 'boat' },
      { vehicle: 'motorcycle' },
      { code: 'nothing_to_change', from: (g) => g.active() },
      (g) => g.active(),
    ),
    forbidden: 'operator',
    good: async (given) => ({ ...ofVolunteer(await given.active()), body: { plate: 'DH 9 ZZ' } }),
  },
  setDuty: orderOnVolunteer(
    { duty: 'on', declaredArea: 'Atlantis' },
    { duty: 'on', declaredArea: 'TDM' },
    { code: 'suspended', from: (g) => g.registered() },
    (g) => g.active(),
  ),
  activateVolunteer: orderOnVolunteer(
    { a: 1 },
    undefined,
    { code: 'illegal_move', from: (g) => g.active() },
    (g) => g.registered(),
  ),
  suspendVolunteer: orderOnVolunteer(
    longNote,
    { note: 'Ditegur.' },
    { code: 'illegal_move', from: (g) => g.suspended() },
    (g) => g.active(),
  ),
  reinstateVolunteer: orderOnVolunteer(
    { a: 1 },
    undefined,
    { code: 'illegal_move', from: (g) => g.active() },
    (g) => g.suspended(),
  ),
  withdrawVolunteer: orderOnVolunteer(
    { a: 1 },
    undefined,
    { code: 'person_busy', from: (g) => g.bound() },
    (g) => g.active(),
  ),
  acknowledgeVolunteerSos: {
    ...orderOnVolunteer({ a: 1 }, undefined, { code: 'unknown_alarm', from: (g) => g.active() }, (g) =>
      g.calling(),
    ),
    role: 'operator',
    forbidden: 'coordinator',
  },
} satisfies Record<RouteName, Row>
