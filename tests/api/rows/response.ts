import { illegal, longNote, nowhere, of, order, read, type Row } from './row.ts'

/** The smallest PNG: one point. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Asking, people on their way, and the end of it. */
export const responseRows = {
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
  sendMessage: {
    role: 'kalak',
    forbidden: 'pimpinan',
    bad: { params: nowhere, body: { text: 'Hati-hati.', assignmentIds: [] } },
    missing: { params: nowhere, body: { text: 'Hati-hati.' } },
    conflict: {
      code: 'nobody_out',
      call: async (given) => ({ ...of(await given.dispatching()), body: { text: 'Hati-hati.' } }),
    },
    good: async (given) => ({
      ...of(await given.assigned()),
      body: { text: 'Jembatan putus, lewat timur.' },
    }),
  },
  requestCheckin: {
    role: 'commander',
    forbidden: 'kalak',
    bad: { params: nowhere, body: { assignmentIds: 'all' } },
    missing: { params: nowhere },
    conflict: { code: 'nobody_out', call: async (given) => of(await given.dispatching()) },
    good: async (given) => {
      const { incident } = await given.assigned()
      return {
        params: { id: incident.id },
        body: { assignmentIds: incident.assignments.map(({ id }) => id) },
      }
    },
  },
  addPhoto: {
    role: 'commander',
    forbidden: 'kalak',
    bad: { params: nowhere, query: { nonsense: 1 }, body: { bytes: Uint8Array.from(PIXEL) } },
    missing: { params: nowhere, body: { bytes: Uint8Array.from(PIXEL) } },
    good: async (given) => ({ ...of(await given.reported()), body: { bytes: Uint8Array.from(PIXEL) } }),
  },
  getPhoto: read({ params: { id: 'pho_none' } }, async (given) => ({ params: { id: await given.photo() } })),
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
} satisfies Record<string, Row>
