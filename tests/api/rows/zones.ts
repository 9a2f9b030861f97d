import { circle } from '#contracts/domain/zone/ring.ts'
import { drawnZone, endedZone, zoneBody } from '../given-zones.ts'
import type { Row } from './row.ts'

const none = { id: 'zon_none' }
const nonsense = { nonsense: 1 }
const ofEnded = { code: 'illegal_move' } as const

/** Danger zones. */
export const zoneRows = {
  listZones: {
    role: 'pimpinan',
    forbidden: 'partner_admin',
    bad: { query: { all: 'perhaps' } },
    good: async () => ({ query: { all: 'true' } }),
  },
  zoneFacts: {
    role: 'pimpinan',
    forbidden: 'partner_admin',
    bad: { params: none, query: { nonsense: 1 } },
    missing: { params: none },
    good: async ({ world }) => ({ params: { id: (await drawnZone(world)).id } }),
  },
  drawZone: {
    role: 'commander',
    forbidden: 'kalak',
    bad: { body: { kind: 'banjir' } },
    conflict: {
      code: 'outside_area',
      call: async ({ world }) => {
        const far = [circle({ lat: -8.65, lng: 115.21 }, 500)] as [[number, number][]]
        return { body: zoneBody(world, { polygon: { type: 'Polygon', coordinates: far } }) }
      },
    },
    good: async ({ world }) => ({ body: zoneBody(world) }),
  },
  changeZone: {
    role: 'operator',
    forbidden: 'pimpinan',
    bad: { params: none, body: { drill: true } },
    missing: { params: none, body: { kind: 'kebakaran' } },
    conflict: {
      ...ofEnded,
      call: async ({ world }) => ({
        params: { id: (await endedZone(world)).id },
        body: { kind: 'kebakaran' },
      }),
    },
    good: async ({ world }) => ({ params: { id: (await drawnZone(world)).id }, body: { bars: ['car'] } }),
  },
  endZone: {
    role: 'supervisor',
    forbidden: 'coordinator',
    bad: { params: none, body: nonsense },
    missing: { params: none },
    conflict: {
      ...ofEnded,
      call: async ({ world }) => ({ params: { id: (await endedZone(world)).id } }),
    },
    good: async ({ world }) => ({ params: { id: (await drawnZone(world)).id } }),
  },
} as const satisfies Record<string, Row>
