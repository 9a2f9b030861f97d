import { expect, test } from 'vitest'
import { verdictLines, verdictOf } from '../../local/soak/verdict.ts'
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
  expect(verdictOf(through(() => ({})))).toMatchObject({ ok: true, heap: 'flat', facts: 2850 })
})

const withKept = (step: number): Partial<Weight> => ({
  incidents: 10 + step * 20,
  heapBytes: 20 * MB + step * 20 * 20_000,
})

test('what the day really adds may weigh something', () => {
  const verdict = verdictOf(through(withKept))
  expect(verdict).toMatchObject({ ok: true, heap: 'kept', bytesPerIncident: 20_000 })
  expect(verdictLines(verdict)).toEqual([
    'heap ×1.13: over ×1.10, let pass as what it keeps: 19.5 kB for each of 160 incidents kept more (limit 64 kB each)',
    'nodes ×1.00: flat (limit ×1.10)',
    'listeners ×1.00: flat (limit ×1.10)',
    'the desk stayed as it was through 2850 facts',
  ])
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
  const verdict = verdictOf(through(change))
  expect(verdict.ok).toBe(false)
  expect(verdictLines(verdict).filter((line) => line.includes('GREW'))).toHaveLength(2)
})

test('the first quarter is no growth: the desk is finding its size', () => {
  expect(verdictOf(through((step) => (step < 5 ? { nodes: 100, heapBytes: MB } : {}))).ok).toBe(true)
})
