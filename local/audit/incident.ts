import type { Accuse, FactRow } from './shapes.ts'

interface Task {
  needId: string
  slot: number
  volunteerId: string
  offerId: string
  state: string
}

/** What the audit keeps of an incident: enough to know who is bound to what. */
export interface IncidentFold {
  status: string
  /** The status before it was marked as a duplicate. */
  before: string
  number: string
  drill: boolean
  severity: string
  hazard: string
  place: unknown
  descriptionId: string
  needs: Map<string, { status: string; quantity: number }>
  offers: Map<string, { needId: string; volunteerId: string; slot: unknown; expiresAt: unknown }>
  /** Calls for help that nobody has acknowledged, by the name of their alarm. */
  calls: ReadonlySet<string>
  tasks: Map<string, Task>
}

const textIdOf = (ref: unknown): string | null =>
  typeof ref === 'object' && ref !== null ? String((ref as Record<string, unknown>)['textId']) : null

export const newIncident = ({ data }: FactRow): IncidentFold => ({
  status: 'reported',
  before: 'reported',
  number: String(data['number']),
  drill: data['drill'] === true,
  severity: String(data['severity']),
  hazard: String(data['hazard']),
  place: data['place'],
  descriptionId: textIdOf(data['description']) ?? '',
  needs: new Map(),
  offers: new Map(),
  calls: new Set(),
  tasks: new Map(),
})

/** Architecture, state machines: from where each fact of its course may come, and where it leads. */
const course: Record<string, { from: readonly string[]; to: string }> = {
  'incident.verified': { from: ['reported'], to: 'verified' },
  'incident.rejected': { from: ['reported', 'verified'], to: 'rejected' },
  'incident.marked_duplicate': { from: ['reported', 'verified', 'dispatching'], to: 'duplicate' },
  'incident.referred': { from: ['reported', 'verified', 'dispatching'], to: 'referred' },
  'incident.dispatched': { from: ['verified', 'dispatching'], to: 'dispatching' },
  'incident.responding': { from: ['dispatching'], to: 'responding' },
  'incident.controlled': { from: ['verified', 'dispatching', 'responding'], to: 'controlled' },
  'incident.resumed': { from: ['controlled'], to: 'responding' },
  'incident.closed': { from: ['controlled'], to: 'closed' },
  'incident.cancelled': {
    from: ['reported', 'verified', 'dispatching', 'responding'],
    to: 'cancelled',
  },
}

/** The course of the incident itself; false: this fact is about something else. */
export const moveIncident = (incident: IncidentFold, fact: FactRow, accuse: Accuse): boolean => {
  if (fact.type === 'incident.duplicate_undone') {
    if (incident.status !== 'duplicate')
      accuse({ law: 'I4', subject: fact._id, what: `undone while ${incident.status}` })
    incident.status = incident.before
    return true
  }
  if (fact.type === 'incident.corrected') {
    const { severity, hazard, place, description } = fact.data
    if (typeof severity === 'string') incident.severity = severity
    if (typeof hazard === 'string') incident.hazard = hazard
    incident.place = place ?? incident.place
    incident.descriptionId = textIdOf(description) ?? incident.descriptionId
    return true
  }
  const move = course[fact.type]
  if (move === undefined) return false
  if (!move.from.includes(incident.status))
    accuse({ law: 'I4', subject: fact._id, what: `${fact.type} while ${incident.status}` })
  if (move.to === 'duplicate') incident.before = incident.status
  incident.status = move.to
  return true
}

/** Who calls for help and has not been heard; false: this fact is about something else. */
export const changeCalls = (incident: IncidentFold, { type, data }: FactRow): boolean => {
  if (type === 'sos.raised')
    incident.calls = new Set([...incident.calls, `sos:${String(data['assignmentId'])}`])
  else if (type === 'alarm.acknowledged')
    incident.calls = new Set([...incident.calls].filter((alarm) => alarm !== data['alarm']))
  else return false
  return true
}

/** What is asked for. */
export const changeNeed = ({ needs }: IncidentFold, { type, data }: FactRow): boolean => {
  const id = String(data['needId'])
  const present = needs.get(id)
  const quantity = Number(data['quantity'] ?? present?.quantity)
  switch (type) {
    case 'need.added':
      needs.set(id, { status: 'open', quantity })
      return true
    case 'need.changed':
      if (present) present.quantity = quantity
      return true
    case 'need.dropped':
      needs.delete(id)
      return true
    case 'need.asking':
    case 'need.filled':
    case 'need.stalled':
      if (present) present.status = type.slice('need.'.length)
      return true
    default:
      return false
  }
}
