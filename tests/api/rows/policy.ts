import type { Given } from '../given.ts'
import type { Row } from './row.ts'

const nonsense = { nonsense: 1 }
const present = async ({ world }: Given) => (await (await world.as('admin')).call('readPolicy')).number
let price = 0.05

/** A change that nobody has made yet. */
const change = async (given: Given, ahead = 0) => ({
  body: {
    expected: (await present(given)) + ahead,
    change: { alertPrice: (price += 0.01) },
    reason: 'Terlalu banyak tawaran',
  },
})

let verifyS = 301
const otherSla = async ({ world }: Given, ahead = 0) => {
  const { number } = await (await world.as('admin')).call('readProcedure')
  verifyS += 1
  return { body: { expected: number + ahead, change: { sla: { verifyS } }, reason: 'Terlalu longgar' } }
}

/** How the agency asks. */
export const policyRows = {
  readPolicy: { role: 'kalak', forbidden: 'operator', bad: { query: nonsense }, good: async () => ({}) },
  listPolicyChanges: {
    role: 'commander',
    forbidden: 'pimpinan',
    bad: { query: nonsense },
    good: async () => ({}),
  },
  changePolicy: {
    role: 'supervisor',
    forbidden: 'kalak',
    bad: { body: { expected: 1, change: { alertPrice: -1 }, reason: 'Terlalu banyak tawaran' } },
    conflict: { code: 'outdated', call: (given: Given) => change(given, 7) },
    good: (given: Given) => change(given),
  },
  readProcedure: {
    role: 'pimpinan',
    forbidden: 'partner_admin',
    bad: { query: nonsense },
    good: async () => ({}),
  },
  listProcedureChanges: {
    role: 'commander',
    forbidden: 'operator',
    bad: { query: nonsense },
    good: async () => ({}),
  },
  changeProcedure: {
    role: 'supervisor',
    forbidden: 'commander',
    bad: { body: { expected: 1, change: { sla: { verifyS: -1 } }, reason: 'Terlalu longgar' } },
    conflict: { code: 'outdated', call: (given: Given) => otherSla(given, 7) },
    good: (given: Given) => otherSla(given),
  },
} satisfies Record<string, Row>
