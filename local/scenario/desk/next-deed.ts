import type { Clock } from '../clock.ts'
import type { Course } from '../plan/course.ts'
import type { Incident } from '../words.ts'
import type { Deed } from './deed.ts'

/** What an operator knows when he looks at an incident. */
export interface View {
  incident: Incident
  course: Course
  clock: Clock
  /** The incident's id for a call of the plan; null when it was never filed. */
  idOf: (call: number) => string | null
  /** What the platform has refused since the incident last changed. */
  refused: ReadonlySet<Deed['kind']>
}

/** Seconds of life until an operator turns to something, but never less than these on the wall: a watcher must see it first. */
const ALARM_SEEN = { lifeS: 120, wallS: 20 }
const STALLED_SEEN = { lifeS: 180, wallS: 25 }
/** So long people are looked for; then the agency's own team does without. */
const PATIENCE = { lifeS: 5400, wallS: 240 }
/** How often everybody is asked anew. */
const SEARCHES = 3

const out = ['accepted', 'en_route', 'on_scene', 'working']
const hasTeamOut = ({ assignments }: Incident): boolean =>
  assignments.some(({ state }) => out.includes(state))

const isPast = (clock: Clock, since: string, { lifeS, wallS }: { lifeS: number; wallS: number }): boolean =>
  clock.lifeSince(since) >= Math.max(lifeS, wallS * clock.speed)

/** What is to be done next, or null while there is nothing but to wait. */
export const nextDeed = (view: View): Deed | null => {
  const deed = alarmSeen(view) ?? nextStep(view)
  return deed === null || view.refused.has(deed.kind) ? null : deed
}

const alarmSeen = ({ incident, clock }: View): Deed | null => {
  const alarm = incident.alarms.find(
    ({ acknowledgedAt, since }) => acknowledgedAt === null && isPast(clock, since, ALARM_SEEN),
  )
  return alarm === undefined ? null : { kind: 'acknowledge', alarm: alarm.id }
}

const nextStep = (view: View): Deed | null => {
  const { incident, clock } = view
  switch (incident.status) {
    case 'reported':
      return clock.lifeSince(incident.reportedAt) >= view.course.gateAfterS ? gate(view) : null
    case 'verified':
      return incident.needs.length === 0 ? { kind: 'needs', needs: view.course.needs } : { kind: 'dispatch' }
    case 'dispatching':
    case 'responding':
      return trc(view) ?? search(view) ?? finish(view)
    case 'controlled':
      return !hasTeamOut(incident) && isOver(clock, incident.changedAt, view.course.closeAfterS)
        ? { kind: 'close', note: 'Penanganan selesai, warga sudah kembali.' }
        : null
    default:
      return null
  }
}

const isOver = (clock: Clock, since: string, seconds: number): boolean => clock.lifeSince(since) >= seconds

const gate = ({ course, idOf }: View): Deed => {
  if (course.gate.kind !== 'duplicate') return course.gate
  const of = idOf(course.gate.of)
  return of === null ? { kind: 'verify' } : { kind: 'duplicate', of }
}

const trc = ({ incident, course, clock }: View): Deed | null => {
  const { departedAt, arrivedAt } = incident.trc
  if (course.trc === null || incident.verifiedAt === null || arrivedAt !== null) return null
  if (departedAt === null)
    return isOver(clock, incident.verifiedAt, course.trc.departsAfterS)
      ? { kind: 'trc', step: 'departed' }
      : null
  return isOver(clock, departedAt, course.trc.arrivesAfterS) ? { kind: 'trc', step: 'arrived' } : null
}

/** A need found nobody: the search is widened while that helps, then everybody is asked anew. */
const search = ({ incident, clock, refused }: View): Deed | null => {
  if (incident.dispatchedAt === null || isPast(clock, incident.dispatchedAt, PATIENCE)) return null
  const stalled = incident.needs
    .flatMap(({ stalled }) => stalled ?? [])
    .find(({ since }) => isPast(clock, since, STALLED_SEEN))
  if (stalled === undefined) return null
  if (stalled.remedies.includes('widen') && !refused.has('widen')) return { kind: 'widen' }
  return stalled.remedies.includes('ask_again') && incident.search < SEARCHES ? { kind: 'ask_again' } : null
}

/** Under control when everybody who was to come has done his work; or when nobody else will come. */
const finish = ({ incident, course, clock }: View): Deed | null => {
  if (hasTeamOut(incident)) return null
  const isServed = incident.needs.every(({ status }) => status === 'filled')
  if (isServed)
    return isOver(clock, incident.changedAt, course.controlAfterS)
      ? { kind: 'control', note: 'Situasi terkendali, relawan selesai bertugas.' }
      : null
  if (incident.dispatchedAt === null || !isPast(clock, incident.dispatchedAt, PATIENCE)) return null
  return { kind: 'control', note: 'Ditangani TRC; kebutuhan relawan tidak seluruhnya terpenuhi.' }
}
