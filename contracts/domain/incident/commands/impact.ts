import type { Instant } from '../../instant.ts'
import { Refusal } from '../../refusal.ts'
import type { IncidentFactBody } from '../facts.ts'
import type { ImpactRecord } from '../impact.ts'
import type { Incident } from '../state.ts'

/**
 * The damage as it is known now; possible at any time, also after the end: knowledge comes late. `expected`: when the record
 * was made that this one replaces, null when there was none; absent: whatever it was.
 * @throws Refusal `outdated` when somebody else has recorded meanwhile
 */
export const recordImpact = (
  { impact }: Incident,
  input: ImpactRecord,
  expected?: Instant | null,
): IncidentFactBody[] => {
  const present = impact?.at ?? null
  if (expected !== undefined && expected !== present) throw new Refusal('outdated', { present })
  return [{ type: 'impact.recorded', data: input }]
}
