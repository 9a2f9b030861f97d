import { expect, test } from 'vitest'
import { verdictOf } from '../../local/soak/verdict.ts'
import type { Weight } from '../../local/soak/weigh.ts'

const MB = 1024 * 1024

/** Twenty weighings of a desk, each as `change` has it. */
const through = (change: (step: number) => Partial<Weight>): Weight[] =>
  Array.from({ length: 20 }, (_, step) => ({
    s: step * 30,
    heapBytes: 20 * MB,
    nodes: 1000,
    listeners: 300,
    facts: step * 150,
    incidents: 10,
    ...change(step),
  }))

test('a desk that stays as it was passes, and says how many facts it went through', () => {
  expect(verdictOf(through(() => ({})))).toMatchObject({ ok: true, facts: 2850, bytesPerIncident: 0 })
})

const withKept = (step: number): Partial<Weight> => ({
  incidents: 10 + step * 20,
  heapBytes: 20 * MB + step * 20 * 20_000,
})

test('what the day really adds may weigh something', () => {
  expect(verdictOf(through(withKept))).toMatchObject({ ok: true, bytesPerIncident: 20_000 })
})

test.each([
  ['the heap', (step: number) => ({ heapBytes: (20 + step) * MB })],
  [
    'the heap, by more than the incidents weigh',
    (step: number) => ({ heapBytes: (20 + step) * MB, incidents: 10 + step }),
  ],
  ['the nodes', (step: number) => ({ nodes: 1000 + step * 50 })],
  ['the listeners', (step: number) => ({ listeners: 300 + step * 10 })],
])('a desk grows: %s', (_, change) => {
  expect(verdictOf(through(change)).ok).toBe(false)
})

test('the first quarter is no growth: the desk is finding its size', () => {
  expect(verdictOf(through((step) => (step < 5 ? { nodes: 100, heapBytes: MB } : {}))).ok).toBe(true)
})
