import type { Row } from './row.ts'

/** Who reaches which kelurahan. */
export const coverageRows = {
  readCoverage: {
    role: 'kalak',
    forbidden: 'pimpinan',
    bad: { query: { minutes: '600' } },
    good: async (given) => {
      await given.onDuty()
      return { query: { minutes: '15' } }
    },
  },
} as const satisfies Record<string, Row>
