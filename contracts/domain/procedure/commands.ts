import { differencesBetween, type Difference } from '../difference.ts'
import { Refusal } from '../refusal.ts'
import { FIRST_NUMBER, procedureOf, type Procedure, type ProcedureFactBody } from './procedure.ts'
import { ProcedureWish, type ProcedureSettings } from './settings.ts'

/** What a person wants otherwise; `expected`: the number of the procedure that he has before his eyes. */
export interface ProcedureChange {
  expected: number
  change: ProcedureWish
  reason: { textId: string; digest: string }
}

const named = (part: 'sla' | 'needs', differences: Difference[]): Difference[] =>
  differences.map((difference) => ({ ...difference, field: `${part}.${difference.field}` }))

const differencesOf = (present: ProcedureSettings, change: ProcedureWish): Difference[] => {
  const { sla = {}, needs = {} } = ProcedureWish.parse(change)
  return [
    ...named('needs', differencesBetween(present.needs, needs)),
    ...named('sla', differencesBetween(present.sla, sla)),
  ]
}

/**
 * Other deadlines or templates for incidents that are reported from now on. The first change also records what it began with.
 * @throws Refusal `outdated` when somebody else changed it meanwhile, `nothing_to_change`
 */
export const changeProcedure = (
  state: Procedure | null,
  { expected, change, reason }: ProcedureChange,
): ProcedureFactBody[] => {
  const number = state?.number ?? FIRST_NUMBER
  if (number !== expected) throw new Refusal('outdated', { present: number })
  const settings = procedureOf(state)
  const differences = differencesOf(settings, change)
  if (differences.length === 0) throw new Refusal('nothing_to_change')
  const adopted: ProcedureFactBody = { type: 'procedure.adopted', data: { number: FIRST_NUMBER, settings } }
  return [
    ...(state === null ? [adopted] : []),
    { type: 'procedure.changed', data: { number: number + 1, differences, reason } },
  ]
}
