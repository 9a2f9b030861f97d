import { z } from 'zod'
import type { Birth, BodiesOf, Happened } from '../fact.ts'
import { Instant } from '../instant.ts'
import { Refusal } from '../refusal.ts'
import { HandoverSheet } from './handover-sheet.ts'

const id = z.string().max(80)
const TextRef = z.object({ textId: id, digest: z.string() })

export const logCategories = ['kejadian', 'relawan', 'mitra', 'peralatan', 'cuaca', 'lainnya'] as const
export const LogCategory = z.enum(logCategories)
export type LogCategory = z.infer<typeof LogCategory>

/** Every fact of a shift. Names of the crew and what they write lie in `texts`. */
export const shiftFacts = {
  'shift.started': z.object({
    crew: TextRef,
    crewSize: z.int().positive(),
    /** What is written after this moment is late. */
    cutoffAt: Instant,
    after: id.nullable(),
  }),
  'shift.logged': z.object({
    entryId: id,
    category: LogCategory,
    text: TextRef,
    late: z.boolean(),
    corrects: id.nullable(),
  }),
  'shift.handed_over': z.object({ note: TextRef.nullable(), sheet: HandoverSheet }),
} as const
export type ShiftFactBody = BodiesOf<typeof shiftFacts>
export type ShiftFact = Happened<ShiftFactBody>
type DataOf<T extends ShiftFactBody['type']> = Extract<ShiftFactBody, { type: T }>['data']

export interface LogEntry extends DataOf<'shift.logged'> {
  at: Instant
  by: string
}

export interface Shift {
  id: string
  agencyId: string
  startedAt: Instant
  startedBy: string
  cutoffAt: Instant
  crewTextId: string
  after: string | null
  entries: LogEntry[]
  handedOver: { at: Instant; by: string; noteTextId: string | null; sheet: HandoverSheet } | null
}

/** A log of more entries than this is no log of one shift. */
export const MAX_ENTRIES = 500

const isKnown = (type: string): type is ShiftFact['type'] => Object.hasOwn(shiftFacts, type)

/** Folds one fact into a shift. Total: unknown facts change nothing. */
export const evolveShift = (state: Shift | null, fact: ShiftFact, birth: Birth): Shift | null => {
  if (!isKnown(fact.type)) return state
  if (fact.type === 'shift.started') {
    const { crew, cutoffAt, after } = fact.data
    const begun = { startedAt: fact.at, startedBy: fact.by.id, crewTextId: crew.textId, cutoffAt, after }
    return { ...birth, ...begun, entries: [], handedOver: null }
  }
  return state === null ? null : step(state, fact)
}

const step = (state: Shift, fact: Exclude<ShiftFact, { type: 'shift.started' }>): Shift => {
  const { at, by } = fact
  switch (fact.type) {
    case 'shift.logged':
      return { ...state, entries: [...state.entries, { ...fact.data, at, by: by.id }] }
    case 'shift.handed_over': {
      const { note, sheet } = fact.data
      return { ...state, handedOver: { at, by: by.id, noteTextId: note?.textId ?? null, sheet } }
    }
    default:
      fact satisfies never
      return state
  }
}

/** The id of a shift follows from the one before, so two who start at once start the same one. @throws Refusal `already_done` */
export const startShift = (state: Shift | null, input: DataOf<'shift.started'>): ShiftFactBody[] => {
  if (state !== null) throw new Refusal('already_done')
  return [{ type: 'shift.started', data: input }]
}

/**
 * Writes into the log. Nothing is ever changed: a correction is a further entry that names the one it corrects. After the
 * cut-off, or when the shift has been handed over, it is still taken and marked late.
 * @throws Refusal `not_found` when there is no such entry to correct, `log_full`
 */
export const logEntry = (
  state: Shift,
  input: Omit<DataOf<'shift.logged'>, 'late'>,
  now: Instant,
): ShiftFactBody[] => {
  if (state.entries.length >= MAX_ENTRIES) throw new Refusal('log_full')
  if (input.corrects !== null && !state.entries.some(({ entryId }) => entryId === input.corrects))
    throw new Refusal('not_found', { what: 'entry' })
  const late = now > state.cutoffAt || state.handedOver !== null
  return [{ type: 'shift.logged', data: { ...input, late } }]
}

/** Ends the shift and keeps the sheet as it stood. @throws Refusal `already_done` */
export const handOver = (state: Shift, input: DataOf<'shift.handed_over'>): ShiftFactBody[] => {
  if (state.handedOver !== null) throw new Refusal('already_done')
  return [{ type: 'shift.handed_over', data: input }]
}
