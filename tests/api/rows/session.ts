import { OEBUFU } from '../given.ts'
import { PASSWORD } from '../api-world.ts'
import { type Row } from './row.ts'

/** Signing in, reference data, lists of the platform. */
export const sessionRows = {
  login: {
    role: 'operator',
    forbidden: null,
    bad: { body: { login: 'operator' } },
    good: async () => ({ body: { login: 'operator', password: PASSWORD } }),
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
} satisfies Record<string, Row>
