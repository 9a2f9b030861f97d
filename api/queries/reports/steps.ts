import { hasEnded } from '#contracts/domain/incident/moves.ts'
import type { Assignment } from '#contracts/domain/incident/state.ts'
import { earliest, secondsBetween, type Instant } from '#contracts/domain/instant.ts'
import { slaOf, type Sla } from '#contracts/domain/sla.ts'
import type { ResponseStep, StepView } from '#contracts/wire/routes/report-views.ts'
import type { AsOf } from './as-of.ts'

/** When somebody was there; whoever skipped "arrived" was there when he began, or ended, his work. */
export const arrivalOf = ({ times }: Pick<Assignment, 'times'>): Instant | null =>
  times.on_scene ?? times.working ?? times.completed ?? null

const firstOf = ({ facts }: AsOf, type: string): Instant | null =>
  facts.find((fact) => fact.type === type)?.at ?? null

/** Where each step is measured from, when it was reached, and how long it may take. */
const measures = (
  told: AsOf,
  fallback: Sla,
): Record<ResponseStep, [Instant | null, Instant | null, number | null]> => {
  const { incident } = told
  const sla = slaOf(incident, fallback)
  const offered = firstOf(told, 'offer.created')
  const accepted = firstOf(told, 'offer.accepted')
  const asks = incident.needs.length > 0
  return {
    verified: [incident.reportedAt, incident.verifiedAt, sla.verifyS],
    first_offer: [incident.verifiedAt, offered, asks ? sla.firstOffersS : null],
    first_acceptance: [offered, accepted, sla.acceptS],
    first_arrival: [accepted, earliest(incident.assignments.map(arrivalOf)), sla.arriveS[incident.severity]],
    trc_arrived: [
      incident.reportedAt,
      incident.trc.arrivedAt,
      incident.severity === 'kritis' ? sla.trcS : null,
    ],
    controlled: [incident.reportedAt, incident.controlledAt, null],
    closed: [incident.reportedAt, incident.status === 'closed' ? incident.endedAt : null, null],
  }
}

/** Every step of a response, also those that have not come: late is what took too long, or is overdue by now. */
export const stepsOf = (told: AsOf, sla: Sla): StepView[] => {
  const isOver = hasEnded(told.incident.status)
  return (
    Object.entries(measures(told, sla)) as [ResponseStep, [Instant | null, Instant | null, number | null]][]
  ).map(([step, [from, at, limitS]]) => {
    const tookS = from === null || at === null ? null : Math.max(0, secondsBetween(from, at))
    const waitedS = from === null || at !== null || isOver ? null : secondsBetween(from, told.at)
    const late = limitS !== null && (tookS ?? waitedS ?? 0) > limitS
    return { step, at, tookS, limitS, late }
  })
}
