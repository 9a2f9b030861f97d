import type { Impact } from '#contracts/domain/incident/impact.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import type { Input } from '../../api/types.ts'

export const peopleCounts = ['dead', 'missing', 'injured', 'displaced', 'households', 'persons'] as const
export const houseCounts = ['housesHeavy', 'housesModerate', 'housesLight', 'housesFlooded'] as const
export const toldFields = ['condition', 'efforts', 'urgentNeeds', 'cause'] as const
const counts: readonly (keyof Impact)[] = [...peopleCounts, ...houseCounts]
const fields = [...peopleCounts, ...houseCounts, ...toldFields] as const
export type ImpactField = (typeof fields)[number]
export type Typed = Readonly<Record<ImpactField, string>>

/** The form: what stood in the record that it replaces, and what stands in it now. */
export interface ImpactDraft {
  /** When that record was made; null: there was none. */
  expected: Instant | null
  start: Typed
  typed: Typed
  /** What somebody else recorded while this form was open. */
  meanwhile: readonly { field: ImpactField; theirs: string; kept: boolean }[]
}

type Known = Pick<IncidentDetail, 'texts'> & { incident: Pick<Incident, 'impact'> }

/** What the last record said. A number that nobody told is empty: zero says that somebody looked. */
const recordOf = ({ incident: { impact }, texts }: Known): Typed => {
  const said = (field: ImpactField): string => {
    const value = impact?.[field] ?? ''
    return typeof value === 'number' ? String(value) : (texts[value] ?? '')
  }
  return Object.fromEntries(fields.map((field) => [field, said(field)])) as Record<ImpactField, string>
}

export const impactDraft = (known: Known): ImpactDraft => {
  const start = recordOf(known)
  return { expected: known.incident.impact?.at ?? null, start, typed: start, meanwhile: [] }
}

/** Are the words of the last record here? Facts carry only their ids. */
const isRead = ({ incident: { impact }, texts }: Known): boolean =>
  toldFields.every((field) => {
    const id = impact?.[field] ?? null
    return id === null || texts[id] !== undefined
  })

/**
 * Somebody else has recorded meanwhile: what was not touched here becomes what he told, what was typed here stays. The same
 * draft while there is nothing new.
 */
export const rebased = (draft: ImpactDraft, known: Known): ImpactDraft => {
  const { impact } = known.incident
  if (impact === undefined || impact.at === draft.expected || !isRead(known)) return draft
  const theirs = recordOf(known)
  const { start, typed } = draft
  const isMine = (field: ImpactField): boolean => typed[field] !== start[field]
  const changed = fields.filter((field) => theirs[field] !== start[field] && theirs[field] !== typed[field])
  return {
    expected: impact.at,
    start: theirs,
    typed: { ...theirs, ...Object.fromEntries(fields.filter(isMine).map((field) => [field, typed[field]])) },
    meanwhile: [
      ...draft.meanwhile.filter(({ field }) => !changed.includes(field)),
      ...changed.map((field) => ({ field, theirs: theirs[field], kept: isMine(field) })),
    ],
  }
}

export const wholeOf = (typed: string): number | null =>
  /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : null

/** The numbers that nobody has told: not known yet. */
export const untold = (typed: Typed): (keyof Impact)[] => counts.filter((field) => typed[field].trim() === '')

/** Somebody has looked for the rest too, and found none. */
export const restNil = (typed: Typed): Typed => ({
  ...typed,
  ...Object.fromEntries(untold(typed).map((field) => [field, '0'])),
})

/** What is sent; null while something is no number, or nothing at all is told. */
export const impactBody = ({ typed, expected }: ImpactDraft): Input<'recordImpact'>['body'] | null => {
  const isNothing = fields.every((field) => typed[field].trim() === '')
  const isWrong = (field: keyof Impact): boolean =>
    typed[field].trim() !== '' && wholeOf(typed[field]) === null
  if (isNothing || counts.some(isWrong)) return null
  const numbers = Object.fromEntries(counts.map((field) => [field, wholeOf(typed[field])])) as Impact
  const words = toldFields.flatMap((field) => {
    const said = typed[field].trim()
    return said === '' ? [] : [[field, said] as const]
  })
  return { ...numbers, ...Object.fromEntries(words), expected }
}
