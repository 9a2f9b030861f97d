import { Refusal } from '#contracts/domain/refusal.ts'
import type { Filed } from '#contracts/store/documents.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { ShiftView } from '#contracts/wire/routes/shifts.ts'
import type { Context } from '../context.ts'
import type { Answer, Given } from '../route-types.ts'
import { sheetView } from './shift-sheet.ts'

/** The names of a crew, one on each line of its text. */
export const CREW_LINE = '\n'

const viewOf = async (context: Context, { _id, version, state }: Filed<'shift'>): Promise<ShiftView> => {
  const { crewTextId, entries, handedOver, startedAt, cutoffAt, agencyId } = state
  const noteId = handedOver?.noteTextId ?? null
  const textIds = [
    crewTextId,
    ...entries.map(({ text }) => text.textId),
    ...(noteId === null ? [] : [noteId]),
  ]
  const writers = [...entries.map(({ by }) => by), ...(handedOver === null ? [] : [handedOver.by])]
  const [texts, names] = await Promise.all([
    context.store.texts.read(textIds),
    context.credentials.names([...new Set(writers)]),
  ])
  const nameOf = (id: string): string => names.get(id) ?? id
  return {
    id: _id,
    version,
    startedAt,
    cutoffAt,
    crew: (texts[crewTextId] ?? '').split(CREW_LINE).filter((name) => name !== ''),
    entries: entries.map(({ entryId, at, by, category, text, late, corrects }) => ({
      entryId,
      at,
      byName: nameOf(by),
      category,
      text: texts[text.textId] ?? null,
      late,
      corrects,
    })),
    handedOver: handedOver && {
      at: handedOver.at,
      byName: nameOf(handedOver.by),
      note: noteId === null ? null : (texts[noteId] ?? null),
      sheet: await sheetView(context, agencyId, handedOver.sheet, handedOver.at),
    },
  }
}

/** @throws Refusal `not_found` also for another agency's */
export const shiftDoc = async (context: Context, agencyId: string, id: string): Promise<Filed<'shift'>> => {
  const doc = await context.store.ledger.load('shift', id)
  if (doc === null || doc.agencyId !== agencyId) throw new Refusal('not_found')
  return doc
}

/** @throws Refusal `not_found` */
export const shiftView = async (context: Context, agencyId: string, id: string): Promise<ShiftView> =>
  viewOf(context, await shiftDoc(context, agencyId, id))

/** The latest shifts; `next` is what to ask for as `before`. */
export const listShifts = async (
  context: Context,
  agencyId: string,
  { limit, before }: Given<Routes['listShifts']>['query'],
): Promise<Answer<Routes['listShifts']>> => {
  const from = before === undefined ? undefined : new Date(before).toISOString()
  const docs = await context.shiftQueries.latest(agencyId, limit + 1, from)
  const page = docs.slice(0, limit)
  return {
    shifts: await Promise.all(page.map((doc) => viewOf(context, doc))),
    next: docs.length > limit ? (page.at(-1)?.state.startedAt ?? null) : null,
  }
}
