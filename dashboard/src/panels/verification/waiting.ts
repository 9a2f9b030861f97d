import type { FactView, IncidentSummary } from '#contracts/wire/routes/views.ts'
import { severitiesWorstFirst } from '../shared/severities.ts'

/** In which version this screen has decided a report, by its id: what an older list says of it no longer counts. */
export type Decided = ReadonlyMap<string, number>

const rank = ({ severity }: IncidentSummary): number => severitiesWorstFirst.indexOf(severity)

/** The real before drills, the gravest first, then whoever has waited longest. */
const gravestFirst = (a: IncidentSummary, b: IncidentSummary): number =>
  Number(a.drill) - Number(b.drill) || rank(a) - rank(b) || a.reportedAt.localeCompare(b.reportedAt)

/** Reports that nobody has decided, in the order in which they are to be looked at. */
export const waitingOf = (incidents: readonly IncidentSummary[], decided: Decided): IncidentSummary[] =>
  incidents
    .filter(({ id, status, version }) => status === 'reported' && version >= (decided.get(id) ?? 0))
    .toSorted(gravestFirst)

const decisions = new Set([
  'incident.verified',
  'incident.rejected',
  'incident.marked_duplicate',
  'incident.referred',
  'incident.cancelled',
])

/** The fact by which a report was decided last, if it is among these. */
export const decisionIn = (facts: readonly FactView[]): FactView | undefined =>
  facts.findLast(({ type }) => decisions.has(type))
