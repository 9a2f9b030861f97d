import { noDamage } from '../../world/no-damage.ts'
import type { Given } from '../given.ts'
import { nowhere, of, type Row } from './row.ts'

const nonsense = { nonsense: 1 }

/** About one incident. */
const about = (params = nowhere): Row => ({
  role: 'pimpinan',
  forbidden: 'coordinator',
  bad: { params, query: nonsense },
  missing: { params },
  good: async (given: Given) => of(await given.assigned()),
})

/** What is written about incidents. */
export const reportRows = {
  incidentSitrep: { ...about(), bad: { params: nowhere, query: { at: 'kemarin' } } },
  periodSitrep: {
    role: 'kalak',
    forbidden: 'coordinator',
    bad: { query: { from: '2026-01-02T00:00:00Z', to: '2026-01-01T00:00:00Z' } },
    good: async () => ({ query: { from: '2026-01-01T00:00:00+08:00', to: '2026-01-08T00:00:00+08:00' } }),
  },
  afterAction: about(),
  afterActionPaper: about(),
  monthlyFigures: {
    role: 'pimpinan',
    forbidden: 'partner_admin',
    bad: { params: { month: '2026-13' } },
    good: async () => ({ params: { month: '2026-01' } }),
  },
  recordImpact: {
    role: 'operator',
    forbidden: 'kalak',
    bad: { params: nowhere, body: { ...noDamage, dead: -1 } },
    missing: { params: nowhere, body: { ...noDamage, condition: 'Terkendali.' } },
    conflict: {
      code: 'outdated',
      call: async (given: Given) => ({
        ...of(await given.reported()),
        body: { ...noDamage, expected: '2026-01-17T06:30:00.000Z' },
      }),
    },
    good: async (given: Given) => ({
      ...of(await given.reported()),
      body: { ...noDamage, expected: null, households: 2, persons: 9, urgentNeeds: 'Terpal' },
    }),
  },
} satisfies Record<string, Row>
