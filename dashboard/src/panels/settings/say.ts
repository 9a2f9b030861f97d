import type { Difference } from '#contracts/domain/difference.ts'
import type { NeedRow } from '#contracts/domain/procedure/settings.ts'
import { labelOf, type Catalogue } from '../../text/catalogue.ts'
import type { OfficeCatalogue } from '../../text/office/use-office-text.ts'
import { policyFields, slaFields } from './fields.ts'
import { changedLeaves, typedOf, type Fields, type Leaf } from './leaves.ts'

/** One thing that became different, in words. */
export interface Said {
  what: string
  from: string
  to: string
}

const labelsOf = (text: OfficeCatalogue): Readonly<Record<string, { label: string; hint?: string }>> => ({
  ...text.settings.fields,
  ...text.settings.slaFields,
})

/** `Kecepatan rata-rata: Mobil`; the field alone when it has no parts. */
export const leafName = (text: OfficeCatalogue, { field, part }: Pick<Leaf, 'field' | 'part'>): string => {
  const label = labelsOf(text)[field]?.label ?? field
  return part === null ? label : `${label}: ${labelOf(text.settings.partNames, part)}`
}

export const hintOf = (text: OfficeCatalogue, field: string): string => labelsOf(text)[field]?.hint ?? ''

/** The word of a unit; empty when the number says all. */
export const unitWords = (text: OfficeCatalogue, { kind }: Pick<Leaf, 'kind'>): string =>
  'unit' in kind && kind.unit in text.settings.units ? labelOf(text.settings.units, kind.unit) : ''

/** A value with its unit, as one reads it. */
export const valueWords = (text: OfficeCatalogue, value: unknown, leaf: Pick<Leaf, 'kind'>): string => {
  const { settings: words } = text
  const { kind } = leaf
  const typed = typedOf(value, leaf, text.comma)
  if (kind.of === 'flags') return value === true ? words.yes : words.no
  if (kind.of === 'word') return labelOf(words.words, typed)
  if (kind.of === 'moment') return typed === '' ? words.untilChanged : typed.replace('T', ' ')
  const unit = unitWords(text, leaf)
  if (kind.of === 'optional' && typed === '') return words.auto
  if (kind.of === 'rising') return [...(typed === '' ? [] : [`${typed} ${unit}`]), words.city].join('; ')
  return unit === '' ? typed : `${typed} ${unit}`
}

/** `2 × Evakuasi ringan, mobil` */
export const rowWords = (
  { labels, incident }: Catalogue,
  { quantity, task, vehicle, skill }: NeedRow,
): string =>
  [
    `${String(quantity)} × ${labels.task[task]}`,
    ...(vehicle === 'any' ? [] : [labels.vehicle[vehicle].toLowerCase()]),
    ...(skill === null ? [] : [`${incident.needs.skill.toLowerCase()} ${labels.skill[skill]}`]),
  ].join(', ')

const rowsWords = (text: OfficeCatalogue, value: unknown): string =>
  text.settings.rows((Array.isArray(value) ? (value as NeedRow[]) : []).map((row) => rowWords(text, row)))

/** What a difference says: one line for each leaf that is another; a field of a newer release by its name. */
export const differenceWords = (text: OfficeCatalogue, { field, from, to }: Difference): Said[] => {
  if (field.startsWith('needs.')) {
    const hazard = labelOf(text.labels.hazard, field.slice('needs.'.length))
    return [{ what: hazard, from: rowsWords(text, from), to: rowsWords(text, to) }]
  }
  const name = field.replace(/^sla\./, '')
  const fields: Fields = { ...policyFields, ...slaFields }
  const kind = fields[name]
  if (kind === undefined) return [{ what: field, from: JSON.stringify(from), to: JSON.stringify(to) }]
  return changedLeaves(name, kind, from, to).map(({ leaf, ...values }) => ({
    what: leafName(text, leaf),
    from: valueWords(text, values.from, leaf),
    to: valueWords(text, values.to, leaf),
  }))
}
