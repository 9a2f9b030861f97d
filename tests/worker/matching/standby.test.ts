import { expect, test } from 'vitest'
import { planRound } from '../../../worker/matching/round.ts'
import { candidate, incident, need, north, round } from './given.ts'

/** Ten near, and one further off who said yes when no slot was open. */
const people = [
  ...Array.from({ length: 10 }, (_, v) => candidate(`v${v}`, { position: north(300 + v) })),
  candidate('ready', { position: north(1_500) }),
]
const standing = incident('i1', { standby: ['ready'] })
const askedFor = (
  ...[incidents, policy, crowd = people]: [
    Parameters<typeof round>[0],
    Parameters<typeof round>[2]?,
    typeof people?,
  ]
) =>
  planRound(round(incidents, crowd, policy)).incidents.map(({ offers }) =>
    offers.map(({ volunteerId }) => volunteerId),
  )

test.each([null, 1, 2])(
  'whoever stands by is asked before those who are nearer (asked per slot: %o)',
  (overAsk) => {
    expect(askedFor([incident('i1')], { overAsk })[0]).not.toContain('ready')
    expect(askedFor([standing], { overAsk })[0]).toContain('ready')
  },
)

test('nobody else is asked with them where they are enough', () => {
  expect(askedFor([standing], { overAsk: null })[0]).toEqual(['ready'])
  const twice = incident('i1', { standby: ['ready'], needs: [need('n1', { openSlots: 2 })] })
  const both = askedFor([twice], { overAsk: null })[0] ?? []
  expect(both).toContain('ready')
  expect(both.length).toBeGreaterThan(2)
})

test('also where two calls want the same people', () => {
  const other = incident('i2', { severity: 'rendah', needs: [need('n2', { openSlots: 3 })] })
  const [own = [], others = []] = askedFor([standing, other], { overAsk: 2 })
  expect(own).toContain('ready')
  expect(others).not.toContain('ready')
})

test('as many of them as there are slots, the nearest first', () => {
  const ids = ['v1', 'v2', 'v3', 'v4']
  const filling = incident('i1', { standby: ids, needs: [need('n1', { openSlots: 2 })] })
  expect(askedFor([filling], { overAsk: 1 })[0]).toEqual(['v1', 'v2'])
})

test('not who is bound elsewhere by now, or whom the need does not suit', () => {
  const crowd = people.map((one) => (one.volunteerId === 'ready' ? { ...one, claimed: true } : one))
  expect(askedFor([standing], { overAsk: null }, crowd)[0]).not.toContain('ready')
  const cars = incident('i1', { standby: ['ready'], needs: [need('n1', { vehicle: 'car' })] })
  expect(askedFor([cars], { overAsk: null })[0]).toEqual([])
})
