import type { IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { AfterAction, Milestone } from '#contracts/wire/routes/report-views.ts'
import type { PlacedFact } from '#contracts/domain/fact.ts'

/** Which facts a timeline without names tells; the others are details of these. */
const told: Partial<Record<IncidentFactBody['type'], Milestone>> = {
  'incident.reported': 'reported',
  'incident.verified': 'verified',
  'incident.rejected': 'rejected',
  'incident.marked_duplicate': 'duplicate',
  'incident.duplicate_undone': 'duplicate_undone',
  'incident.referred': 'referred',
  'need.added': 'needed',
  'incident.dispatched': 'dispatched',
  'offer.created': 'offered',
  'offer.accepted': 'accepted',
  'need.stalled': 'stalled',
  'search.repeated': 'asked_again',
  'search.widened': 'widened',
  'assignment.released': 'released',
  'assignment.failed': 'failed',
  'assignment.stood_down': 'stood_down',
  'assignment.reassigned': 'reassigned',
  'sos.raised': 'sos',
  'trc.departed': 'trc_departed',
  'trc.arrived': 'trc_arrived',
  'impact.recorded': 'impact',
  'deadline.missed': 'late',
  'incident.controlled': 'controlled',
  'incident.resumed': 'resumed',
  'incident.closed': 'closed',
  'incident.cancelled': 'cancelled',
}

interface Step {
  at: Instant
  what: Milestone
  count: number
}

const milestoneOf = ({ type, data }: PlacedFact): Milestone | undefined => {
  if (type !== 'assignment.progressed')
    return Object.hasOwn(told, type) ? told[type as keyof typeof told] : undefined
  if (data['state'] === 'on_scene') return 'arrived'
  return data['state'] === 'completed' ? 'completed' : undefined
}

/** A need counts as many as it asks for, everything else as one. */
const countOf = ({ type, data }: PlacedFact): number =>
  type === 'need.added' && typeof data['quantity'] === 'number' ? data['quantity'] : 1

/** What comes of one doing lies this near to each other. */
const NEAR_MS = 60_000

/** The course of an incident, one line for each doing: what the same moment brought to many is told once, with how many. */
export const timelineOf = (facts: readonly PlacedFact[]): AfterAction['timeline'] => {
  const lines: Step[] = []
  for (const fact of facts) {
    const what = milestoneOf(fact)
    if (what === undefined) continue
    const last = lines.findLast((line) => line.what === what)
    if (last !== undefined && Date.parse(fact.at) - Date.parse(last.at) <= NEAR_MS)
      last.count += countOf(fact)
    else lines.push({ at: fact.at, what, count: countOf(fact) })
  }
  return lines
}
