import { distanceM } from '#contracts/domain/place.ts'
import { travelS } from '#contracts/domain/whereabouts/travel.ts'
import { type CostParts, costOf } from './cost.ts'
import type { Frame } from './frame.ts'
import { chanceNow, comesOf } from './habits.ts'
import type { Person } from './persons.ts'
import { chanceOfReady } from './ready.ts'
import type { ReasonCode } from './reasons.ts'
import { meanReplyS } from './reply.ts'
import { lastRing, ringOf } from './rings.ts'
import type { OpenIncident } from './types.ts'

/** A person who would do. `column` is his index in the crowd. */
export interface Prospect {
  column: number
  distanceM: number
  etaS: number
  uncertaintyS: number
  /** The chance that he says yes, and that he then comes. */
  chance: number
  comes: number
  ring: number
  cost: CostParts
  /** He stands by for this incident: he said yes when no slot was open. */
  isReady: boolean
}

/**
 * What his coming would mean. The uncertainty counts as way to go, for the cost and for the ring. A person with a
 * passenger belongs to the last ring only, however near: he is asked when nobody else is left. Where the policy says
 * `after_drop_off` he is like anybody else who needs as long.
 */
export const prospectOf = (
  { record, position }: Person,
  column: number,
  isReady: boolean,
  incident: OpenIncident,
  priority: number,
  { policy, habits, isByFirstRules }: Frame,
): Prospect | ReasonCode => {
  const dropOffS = record.onTrip ? policy.dropOffS : 0
  const straightM = Math.round(distanceM(position, incident))
  const etaS = dropOffS + travelS(straightM, record.vehicle, policy)
  const uncertaintyS = travelS(position.uncertaintyM, record.vehicle, policy)
  const usual = chanceNow(record, habits)
  const chance = isReady ? chanceOfReady(usual) : usual
  const comes = comesOf(record.comings, habits)
  const alertsS =
    policy.overAsk === null ? (policy.alertPrice * meanReplyS(habits.reply)) / (chance * comes) : 0
  const cost = costOf(record, { etaS, uncertaintyS, alertsS }, priority, policy)
  if (!(cost.minutes < policy.waitingCost)) {
    const isByWay = !(cost.eta + cost.uncertainty + (cost.dropOff ?? 0) < policy.waitingCost)
    return isByWay || isByFirstRules ? 'too_far' : 'too_costly'
  }
  const isLast = record.onTrip && policy.onTrip !== 'after_drop_off'
  const ring = isLast ? lastRing(policy.ringsEtaS) : ringOf(etaS + uncertaintyS, policy.ringsEtaS)
  return { column, distanceM: straightM, etaS, uncertaintyS, chance, comes, ring, cost, isReady }
}
