import { expect, test } from 'vitest'
import { verdictLines, verdictOf } from '../../local/soak/verdict.ts'
import type { Weight } from '../../local/soak/weigh.ts'

const MB = 1024 * 1024

/** Twenty weighings of a desk, each as `change` has it. */
const through = (change: (step: number) => Partial<Weight>): Weight[] =>
  Array.from({ length: 20 }, (_, step) => ({
    s: step * 30,
    heapBytes: 20 * MB,
    nodes: 1000 + 10 * 35,
    rows: 10,
    rowNodes: 10 * 35,
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
    'nodes beside the rows ×1.00: flat (limit ×1.10)',
    'nodes of a row ×1.00: flat (limit ×1.25)',
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
  ['the nodes, by one for each fact', (step: number) => ({ nodes: 1350 + step * 150 })],
  [
    'rows that were taken away and are still held',
    (step: number) => ({ nodes: 1350 + step * 2 * 35, incidents: 10 + step * 2 }),
  ],
  [
    'each row, by one node for each fact about it',
    (step: number) => ({ nodes: 1350 + step * 150, rowNodes: 350 + step * 150 }),
  ],
  ['the listeners', (step: number) => ({ listeners: 300 + step * 10 })],
])('a desk grows: %s', (_, change) => {
  const verdict = verdictOf(through(change))
  expect(verdict.ok).toBe(false)
  expect(verdictLines(verdict).filter((line) => line.includes('GREW'))).toHaveLength(2)
})

test('the first quarter is no growth: the desk is finding its size', () => {
  expect(verdictOf(through((step) => (step < 5 ? { nodes: 100, heapBytes: MB } : {}))).ok).toBe(true)
})

/** As on 22 November: rows come until noon, some go, and the page beside them stays as it is. */
const asTheDayHasIt = (step: number): Partial<Weight> => {
  const rows = Math.min(60, 2 + step * 6)
  return { rows, rowNodes: rows * 36, nodes: 850 + rows * 36, incidents: 8 + step * 7 }
}

test('a list that fills with the incidents of the day is no growth', () => {
  expect(verdictOf(through(asTheDayHasIt)).ok).toBe(true)
})

const leaking = (step: number): Partial<Weight> => {
  const day = asTheDayHasIt(step)
  return { ...day, nodes: (day.nodes ?? 0) + step * 15 }
}

test('beside a list that fills, one node kept for every ten facts is found', () => {
  const verdict = verdictOf(through(leaking))
  expect(verdict.ok).toBe(false)
  expect(verdictLines(verdict)).toContain('nodes beside the rows ×1.12: GREW (limit ×1.10)')
})
