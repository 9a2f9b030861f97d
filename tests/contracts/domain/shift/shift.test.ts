import { describe, expect, it } from 'vitest'
import { Refusal } from '#contracts/domain/refusal.ts'
import {
  evolveShift,
  handOver,
  logEntry,
  MAX_ENTRIES,
  startShift,
  type Shift,
  type ShiftFactBody,
} from '#contracts/domain/shift/shift.ts'

const birth = { id: 'shf_1', agencyId: '5371' }
const START = '2026-01-17T00:00:00.000Z'
const CUTOFF = '2026-01-17T08:00:00.000Z'
const ref = (textId: string) => ({ textId, digest: 'd' })
const sheet = { seq: 9, hash: 'h', incidents: [], stalled: [], out: [], alarms: [] }

const fold = (state: Shift | null, bodies: readonly ShiftFactBody[], at: string): Shift | null =>
  bodies.reduce<Shift | null>(
    (before, body) => evolveShift(before, { ...body, at, by: { kind: 'user', id: 'usr_1' } }, birth),
    state,
  )
const running = (): Shift => {
  const begun = startShift(null, { crew: ref('txt_1'), crewSize: 2, cutoffAt: CUTOFF, after: null })
  const state = fold(null, begun, START)
  if (state === null) throw new Error('no shift')
  return state
}
const entry = (entryId: string, corrects: string | null = null) => ({
  entryId,
  category: 'cuaca' as const,
  text: ref(`txt_${entryId}`),
  corrects,
})
const written = (state: Shift, entryId: string, at: string): Shift =>
  fold(state, logEntry(state, entry(entryId), at), at) ?? state
const codeOf = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof Refusal) return error.code
  }
  return 'none'
}

describe('a shift', () => {
  it('takes entries in time until its cut-off, and marks what comes after it as late', () => {
    const state = written(written(running(), 'a', CUTOFF), 'b', '2026-01-17T08:00:00.001Z')
    expect(state.entries.map(({ entryId, late }) => [entryId, late])).toEqual([
      ['a', false],
      ['b', true],
    ])
  })

  it('is late for whatever is written after it was handed over, whatever the clock says', () => {
    const over = fold(running(), handOver(running(), { note: null, sheet }), START) ?? running()
    expect(logEntry(over, entry('a'), START)).toMatchObject([{ data: { late: true } }])
  })

  it('never changes an entry: a correction stands beside it', () => {
    const first = written(running(), 'a', START)
    const corrected = fold(first, logEntry(first, entry('b', 'a'), START), START)
    expect(corrected?.entries.map(({ entryId, corrects }) => [entryId, corrects])).toEqual([
      ['a', null],
      ['b', 'a'],
    ])
    expect(corrected?.entries[0]).toEqual(first.entries[0])
    expect(codeOf(() => logEntry(first, entry('c', 'nothing'), START))).toBe('not_found')
  })

  it('starts once, is handed over once, and keeps the sheet', () => {
    const start = { crew: ref('txt_1'), crewSize: 1, cutoffAt: CUTOFF, after: null }
    expect(codeOf(() => startShift(running(), start))).toBe('already_done')
    const over = fold(running(), handOver(running(), { note: ref('n'), sheet }), CUTOFF)
    expect(over?.handedOver).toEqual({ at: CUTOFF, by: 'usr_1', noteTextId: 'n', sheet })
    expect(codeOf(() => handOver(over ?? running(), { note: null, sheet }))).toBe('already_done')
  })

  it('refuses a log without end', () => {
    const one = written(running(), 'a', START)
    const full = { ...one, entries: Array.from({ length: MAX_ENTRIES }, () => one.entries[0] ?? []).flat() }
    expect(codeOf(() => logEntry(full, entry('z'), START))).toBe('log_full')
  })

  it('passes over what it does not know', () => {
    const state = running()
    const strange = { type: 'shift.danced', data: {}, at: START, by: { kind: 'user', id: 'u' } } as never
    expect(evolveShift(state, strange, birth)).toBe(state)
  })
})
