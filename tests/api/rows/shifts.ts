import type { Given } from '../given.ts'
import { nowhere, of, type Row } from './row.ts'

const none = { id: 'shf_none' }
const crew = ['Contoh Lado', 'Contoh Bria']
const entry = { category: 'cuaca', text: 'Hujan lebat sejak pukul 20.00.' }
const inAnHour = (): string => new Date(Date.now() + 3_600_000).toISOString()

/** The present shift of the world: started if there is none. */
const running = async ({ world }: Given): Promise<{ id: string }> => {
  const operator = await world.as('operator')
  const { shifts } = await operator.call('listShifts')
  const [present] = shifts
  if (present !== undefined && present.handedOver === null) return { id: present.id }
  return operator.call('startShift', { body: { crew, cutoffAt: inAnHour() } })
}
const over = async (given: Given): Promise<{ id: string }> => {
  const { id } = await running(given)
  await (await given.world.as('operator')).call('handOverShift', { params: { id }, body: {} })
  return { id }
}

/** Piket. */
export const shiftRows = {
  listShifts: {
    role: 'kalak',
    forbidden: 'coordinator',
    bad: { query: { limit: 0 } },
    good: async (given: Given) => {
      await over(given)
      return {}
    },
  },
  handoverSheet: {
    role: 'commander',
    forbidden: 'pimpinan',
    bad: { query: { nonsense: 1 } },
    good: async (given: Given) => {
      await given.assigned()
      return {}
    },
  },
  startShift: {
    role: 'operator',
    forbidden: 'commander',
    bad: { body: { crew: [], cutoffAt: inAnHour() } },
    conflict: {
      code: 'shift_open',
      call: async (given: Given) => {
        await running(given)
        return { body: { crew, cutoffAt: inAnHour() } }
      },
    },
    good: async (given: Given) => {
      await over(given)
      return { body: { crew, cutoffAt: inAnHour() } }
    },
  },
  logEntry: {
    role: 'supervisor',
    forbidden: 'kalak',
    bad: { params: none, body: { ...entry, category: 'gosip' } },
    missing: { params: none, body: entry },
    good: async (given: Given) => ({ params: await running(given).then(({ id }) => ({ id })), body: entry }),
  },
  handOverShift: {
    role: 'operator',
    forbidden: 'admin',
    bad: { params: none, body: { note: '' } },
    missing: { params: none, body: {} },
    conflict: {
      code: 'already_done',
      call: async (given: Given) => ({ params: { id: (await over(given)).id }, body: {} }),
    },
    good: async (given: Given) => ({ params: { id: (await running(given)).id }, body: { note: 'Aman.' } }),
  },
  browseLedger: {
    role: 'pimpinan',
    forbidden: 'operator',
    bad: { query: { kind: 'dream' } },
    good: async (given: Given) => ({ query: { entityId: of(await given.reported()).params?.['id'] ?? '' } }),
  },
  checkChain: {
    role: 'admin',
    forbidden: 'operator',
    bad: { query: { from: 0 } },
    good: async () => ({}),
  },
  possibleDuplicates: {
    role: 'operator',
    forbidden: 'commander',
    bad: { params: nowhere, query: { nonsense: 1 } },
    missing: { params: nowhere },
    good: async (given: Given) => {
      await given.reported()
      return of(await given.reported())
    },
  },
} satisfies Record<string, Row>
