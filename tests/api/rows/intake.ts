import { aReport, OEBUFU, twoMotorcycles } from '../given.ts'
import { illegal, longNote, nowhere, of, order, read, type Row } from './row.ts'

/** Reading incidents, and all that happens before anybody is asked. */
export const intakeRows = {
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
  readExplanation: read({ params: nowhere }, async (given) => of(await given.reported())),
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
} satisfies Record<string, Row>
