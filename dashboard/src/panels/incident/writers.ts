import type { FactView } from '#contracts/wire/routes/views.ts'
import { useIncidentFacts } from '../../api/queries.ts'

/** Who wrote a text, by its id. The file keeps what was written, the fact by whom; partners and the platform write nothing themselves. */
export const writersIn = (facts: readonly FactView[]): ReadonlyMap<string, string> =>
  new Map(
    facts.flatMap(({ by, byName, data: { textId } }) =>
      typeof textId === 'string' && byName !== null && (by.kind === 'user' || by.kind === 'volunteer')
        ? [[textId, byName] as const]
        : [],
    ),
  )

const nothing: readonly FactView[] = []

/** The same, of what the timeline of this incident reads; empty until it is read. */
export const useWriters = (incidentId: string): ReadonlyMap<string, string> =>
  writersIn(useIncidentFacts(incidentId).data?.facts ?? nothing)
