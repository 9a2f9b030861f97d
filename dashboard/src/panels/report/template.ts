import type { NeedRow } from '#contracts/domain/procedure/settings.ts'
import type { Hazard } from '#contracts/domain/words.ts'
import { needInput } from '../shared/need-row.ts'
import type { Draft } from './draft.ts'

export type Templates = Readonly<Record<Hazard, readonly NeedRow[]>>

/** The needs of a hazard as its template has them. */
export const fromTemplate = (
  templates: Templates,
  hazard: Hazard,
  newKey: () => string,
): Pick<Draft, 'needs' | 'needsFor'> => ({
  needs: templates[hazard].map((row) => ({ ...row, key: newKey() })),
  needsFor: hazard,
})

const plain = (rows: readonly NeedRow[]): string => JSON.stringify(rows.map((row) => needInput(row)))

/** The rows are for another hazard than the one that is chosen now. */
export const isOfAnother = ({ hazard, needs, needsFor }: Draft): boolean =>
  hazard !== null && needs.length > 0 && needsFor !== hazard

/** Another hazard was chosen: rows that nobody has touched become those of its template; what somebody wrote stays. */
export const followHazard = (draft: Draft, templates: Templates | undefined, newKey: () => string): Draft => {
  const { hazard, needs, needsFor } = draft
  if (templates === undefined || hazard === null || needsFor === null || !isOfAnother(draft)) return draft
  const isUntouched = plain(needs) === plain(templates[needsFor])
  return isUntouched ? { ...draft, ...fromTemplate(templates, hazard, newKey) } : draft
}
