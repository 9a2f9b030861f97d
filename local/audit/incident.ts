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
  severity: string
  hazard: string
  needs: Map<string, { status: string; quantity: number }>
  offers: Map<string, { needId: string; volunteerId: string }>
  tasks: Map<string, Task>
}

export const newIncident = ({ data }: FactRow): IncidentFold => ({
  status: 'reported',
  before: 'reported',
  severity: String(data['severity']),
  hazard: String(data['hazard']),
  needs: new Map(),
  offers: new Map(),
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
    const { severity, hazard } = fact.data
    if (typeof severity === 'string') incident.severity = severity
    if (typeof hazard === 'string') incident.hazard = hazard
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
