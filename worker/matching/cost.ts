import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import type { Candidate, OpenIncident } from './types.ts'

/** The parts of the cost of asking one volunteer for one incident, in minutes; `weighted` is what the solver compares. */
export interface CostParts {
  eta: number
  uncertainty: number
  asked: number
  served: number
  /** What speaks against disturbing a passenger; where they are asked last. */
  passenger: number
  /** Until he is dropped off; where that is all that a passenger means. Else it is part of `eta`. */
  dropOff?: number
  implausibility: number
  /** What the alerts cost that one yes of people like him takes. */
  alerts: number
  /** The sum of the parts. */
  minutes: number
  priority: number
  /** minutes × priority in whole thousandths. */
  weighted: number
}

const hundredths = (value: number): number => Math.round(value * 100) / 100

/** Thousandths, as integers: sums of costs are exact, so an optimum can be proved and a round replayed to the byte. */
const units = (minutes: number, priority: number): number => Math.round(minutes * priority * 1000)

/** Severity × age: how much one minute of this incident weighs. An age that cannot be read counts as none. */
export const priorityOf = (
  incident: Pick<OpenIncident, 'severity' | 'reportedAt'>,
  now: Date,
  policy: MatchPolicy,
): number => {
  const ageS = Math.max(0, now.getTime() - incident.reportedAt.getTime()) / 1000 || 0
  const ageFactor = Math.min(policy.ageFactorMax, 1 + ageS / policy.ageDoublesS)
  return hundredths(policy.severityWeight[incident.severity] * ageFactor)
}

/** `etaS` counts the drop-off of a passenger. */
export const costOf = (
  candidate: Pick<Candidate, 'askedToday' | 'servedThisWeek' | 'onTrip' | 'implausibility'>,
  arrival: { etaS: number; uncertaintyS: number; alertsS?: number },
  priority: number,
  policy: MatchPolicy,
): CostParts => {
  const comesAfter = candidate.onTrip && policy.onTrip === 'after_drop_off'
  const dropOffS = comesAfter ? policy.dropOffS : 0
  const dropOff = hundredths(dropOffS / 60)
  const eta = hundredths((arrival.etaS - dropOffS) / 60)
  const uncertainty = hundredths(arrival.uncertaintyS / 60)
  const asked = hundredths(policy.w1 * candidate.askedToday)
  const served = hundredths(policy.w2 * candidate.servedThisWeek)
  const passenger = candidate.onTrip && !comesAfter ? hundredths(policy.onTripPenaltyS / 60) : 0
  const implausibility = hundredths(policy.w3 * (candidate.implausibility ?? 0))
  const alerts = hundredths((arrival.alertsS ?? 0) / 60)
  const minutes = hundredths(
    eta + uncertainty + asked + served + passenger + dropOff + implausibility + alerts,
  )
  return {
    eta,
    uncertainty,
    asked,
    served,
    passenger,
    ...(comesAfter && { dropOff }),
    implausibility,
    alerts,
    minutes,
    priority,
    weighted: units(minutes, priority),
  }
}

/** What it costs to leave a slot without anybody asked (`first`), or without its second copy (`spare`). */
export interface Unserved {
  first: number
  spare: number
}

/**
 * First offers before over-asks. Giving a volunteer to a spare saves at most `spareCost` × the highest priority
 * there is. Every first carries that much on top of its own waiting cost, so moving a volunteer from any spare to a
 * first that he fits always lowers the total: an optimum never starves a first for a copy, however urgent the copy.
 * Among firsts the common part cancels out and severity decides.
 */
export const unservedOf = (priority: number, policy: MatchPolicy): Unserved => {
  const highest = Math.max(...Object.values(policy.severityWeight)) * policy.ageFactorMax
  return {
    first: units(policy.spareCost, highest) + units(policy.waitingCost, priority),
    spare: units(policy.spareCost, priority),
  }
}
