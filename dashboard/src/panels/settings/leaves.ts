import { momentOf, writtenMoment } from '../../time/written.ts'
import type { FieldKind } from './fields.ts'
import { numberOf, numberText } from './units.ts'

/** The smallest thing that is typed: a field, or one of the names within it. */
export interface Leaf {
  /** `kmh.car` */
  id: string
  field: string
  part: string | null
  kind: FieldKind
}

export type Values = Readonly<Record<string, unknown>>
export type Fields = Readonly<Record<string, FieldKind>>

const isTable = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What there is to type of these settings, in the order of the fields. */
export const leavesOf = (fields: Fields, settings: Values): Leaf[] =>
  Object.entries(fields).flatMap(([field, kind]): Leaf[] => {
    const value = settings[field]
    if ((kind.of === 'numbers' || kind.of === 'flags') && isTable(value))
      return Object.keys(value).map((part) => ({ id: `${field}.${part}`, field, part, kind }))
    return [{ id: field, field, part: null, kind }]
  })

export const valueAt = (settings: Values, { field, part }: Pick<Leaf, 'field' | 'part'>): unknown => {
  const value = settings[field]
  return part === null ? value : isTable(value) ? value[part] : undefined
}

/** A value as it stands in its field while somebody types. */
export const typedOf = (value: unknown, { kind }: Pick<Leaf, 'kind'>, comma: string): string => {
  if (kind.of === 'flags' || kind.of === 'word') return String(value)
  if (kind.of === 'moment') return typeof value === 'string' ? writtenMoment(value) : ''
  if (kind.of === 'rising')
    return (Array.isArray(value) ? value : [])
      .filter((limit) => typeof limit === 'number')
      .map((limit) => numberText(limit, kind.unit, comma))
      .join('; ')
  return typeof value === 'number' ? numberText(value, kind.unit, comma) : ''
}

/** Several in one field stand between semicolons. */
const listed = (typed: string): string[] => typed.split(/[;\s]+/).filter(Boolean)

/** What was typed as it is kept; undefined when it cannot be. */
export const valueOf = (typed: string, { kind }: Pick<Leaf, 'kind'>): unknown => {
  if (kind.of === 'flags') return typed === 'true'
  if (kind.of === 'word') return typed
  if ((kind.of === 'optional' || kind.of === 'moment') && typed.trim() === '') return null
  if (kind.of === 'moment') return momentOf(typed) ?? undefined
  if (kind.of !== 'rising') return numberOf(typed, kind.unit) ?? undefined
  const limits = listed(typed).map((limit) => numberOf(limit, kind.unit))
  const rises = limits.every((limit, i) => limit !== null && limit > (limits[i - 1] ?? 0))
  return rises ? [...limits, null] : undefined
}

export interface Wish {
  /** Whole fields, as they are sent. */
  change: Record<string, unknown>
  /** Leaves that are no values. */
  bad: ReadonlySet<string>
}

/** What the typed texts would change of the settings; a text that was left as it stood changes nothing. */
export const wishOf = (
  leaves: readonly Leaf[],
  settings: Values,
  typed: Readonly<Record<string, string>>,
  comma: string,
): Wish => {
  const change: Record<string, unknown> = {}
  const bad = new Set<string>()
  for (const leaf of leaves) {
    const text = typed[leaf.id]
    const present = valueAt(settings, leaf)
    if (text === undefined || text === typedOf(present, leaf, comma)) continue
    const value = valueOf(text, leaf)
    if (value === undefined) bad.add(leaf.id)
    const before = change[leaf.field] ?? settings[leaf.field]
    change[leaf.field] =
      leaf.part === null ? value : { ...(isTable(before) ? before : {}), [leaf.part]: value }
  }
  return { change, bad }
}

/** Leaf by leaf, what became different between two states of one field. */
export const changedLeaves = (
  field: string,
  kind: FieldKind,
  from: unknown,
  to: unknown,
): { leaf: Leaf; from: unknown; to: unknown }[] =>
  leavesOf({ [field]: kind }, { [field]: to })
    .map((leaf) => ({ leaf, from: valueAt({ [field]: from }, leaf), to: valueAt({ [field]: to }, leaf) }))
    .filter((one) => JSON.stringify(one.from) !== JSON.stringify(one.to))
