import { expect, it } from 'vitest'
import { createReplay } from '../../../local/audit/replay.ts'
import type { FactRow, Fault } from '../../../local/audit/shapes.ts'

/** What is said of facts of one document at these versions and indexes. */
const said = (kind: string, ...at: readonly (readonly [version: number, index: number])[]): string[] => {
  const faults: Fault[] = []
  const replay = createReplay((fault) => void faults.push(fault))
  at.forEach(([version, index], i) => {
    const type = kind === 'incident' && i === 0 ? 'incident.reported' : `${kind}.logged`
    const fact: FactRow = { _id: `fct_${i}`, agencyId: '5371', seq: i + 1, hash: '', kind, entityId: 'one', version, index, type, at: '2026-01-01T00:00:00.000Z', data: {} } // prettier-ignore
    replay.step(fact)
  })
  return faults.filter(({ law }) => law === 'I7').map(({ what }) => what)
}

it('versions follow each other one by one, and indexes within them', () => {
  expect(said('shift', [1, 0], [1, 1], [2, 0], [3, 0])).toEqual([])
  expect(said('shift', [1, 0], [3, 0])).toEqual(['3.0 comes after 1.0'])
  expect(said('shift', [2, 0])).toEqual(['2.0 comes after 0.-1'])
  expect(said('shift', [1, 0], [1, 2])).toEqual(['1.2 comes after 1.0'])
  expect(said('shift', [1, 0], [2, 0], [1, 0])).toEqual(['1.0 comes after 2.0'])
})

it('an incident may skip versions, for claims that were freed raise them, and never goes back', () => {
  expect(said('incident', [1, 0], [4, 0])).toEqual([])
  expect(said('incident', [4, 0], [3, 0])).toEqual(['3.0 comes after 4.0'])
})
