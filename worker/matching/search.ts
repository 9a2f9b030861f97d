import { distanceM } from '#contracts/domain/place.ts'
import { type Asking, askingOf, comingOf, setOf } from './asking.ts'
import { type CostParts, costOf, priorityOf, type Unserved, unservedOf } from './cost.ts'
import { travelS } from '#contracts/domain/whereabouts/travel.ts'
import { whyNotIncident, whyNotNeed } from './filter.ts'
import type { Frame } from './frame.ts'
import { chanceNow, comesOf } from './habits.ts'
import { by } from './order.ts'
import type { Crowd, Person } from './persons.ts'
import { type ReasonCode, type Tally, tally } from './reasons.ts'
import { chanceOfReady, readyOf } from './ready.ts'
import { meanReplyS } from './reply.ts'
import { lastRing, ringOf } from './rings.ts'
import type { OpenIncident, OpenNeed } from './types.ts'
import { wantedFor, wantedOf } from './wanted.ts'

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

/** The smallest set worth asking, had nobody else use for these people. */
export interface Preferred {
  asking: Asking
  ring: number
  chosen: Prospect[]
}

/** One need, and everybody it could ask. */
export interface Search {
  incident: OpenIncident
  need: OpenNeed
  wanted: number
  firsts: number
  /** Null with a fixed number of persons per slot. */
  preferred: Preferred | null
  priority: number
  unserved: Unserved
  prospects: Prospect[]
  excluded: Tally
  /** Of the crowd, by column, those who may not be asked for this need. */
  unable: (readonly [column: number, reason: ReasonCode])[]
}

/** The searches of one incident, by need id. */
export const searchesOf = (incident: OpenIncident, crowd: Crowd, frame: Frame): Search[] => {
  const { now, policy } = frame
  const priority = priorityOf(incident, now, policy)
  const unserved = unservedOf(priority, policy)
  const keysOf = (ids: readonly string[] = []) => new Set(ids.flatMap((id) => crowd.personKeys.get(id) ?? []))
  const [asked, ready] = [keysOf(incident.askedThisSearch), keysOf(incident.standby)]
  const comers = crowd.persons.map((person, column) => {
    const found =
      whyNotIncident(person.record, incident, asked) ??
      prospect(person, column, ready.has(person.record.personKey), incident, priority, frame)
    return { person, found }
  })

  return incident.needs.toSorted(by(({ needId }) => needId)).map((need) => {
    const prospects: Prospect[] = []
    const unable: [number, ReasonCode][] = []
    for (const [column, { person, found }] of comers.entries()) {
      const fit = typeof found === 'string' ? found : (whyNotNeed(person.record, need) ?? found)
      if (typeof fit === 'string') unable.push([column, fit])
      else prospects.push(fit)
    }
    const excluded = tally(
      unable.map(([, reason]) => reason),
      crowd.excluded,
    )
    const own = { incident, need, priority, unserved }
    if (policy.overAsk !== null) {
      const { wanted, firsts } = wantedFor(need, policy.overAsk)
      if (wanted === 0)
        return { ...own, wanted, firsts, preferred: null, prospects: [], excluded: {}, unable: [] }
      return { ...own, wanted, firsts, preferred: null, prospects, excluded, unable }
    }
    const preferred = preferredOf(incident, need, prospects, crowd, frame)
    return { ...own, ...wantedOf(need, preferred.chosen.length), preferred, prospects, excluded, unable }
  })
}

const preferredOf = (
  incident: OpenIncident,
  need: OpenNeed,
  prospects: readonly Prospect[],
  crowd: Crowd,
  { habits, policy }: Frame,
): Preferred => {
  const asking = askingOf(need, crowd, habits, policy)
  const ready = readyOf(prospects, need)
  // They have said yes: nobody else is troubled before the next wave.
  if (ready.length >= need.openSlots) return { asking, ring: incident.ring, chosen: ready }
  const others = ready.length === 0 ? prospects : prospects.filter((one) => !ready.includes(one))
  const pending = [...asking.pending, ...ready.map((one) => comingOf(one, habits))]
  const { ring, chosen } = setOf(others, { ...asking, pending }, incident.ring, habits, policy)
  return { asking, ring, chosen: [...ready, ...chosen.map(({ option }) => option.prospect)] }
}

/**
 * What his coming would mean. The uncertainty counts as way to go, for the cost and for the ring. A person with a
 * passenger belongs to the last ring only, however near: he is asked when nobody else is left.
 */
const prospect = (
  { record, position }: Person,
  column: number,
  isReady: boolean,
  incident: OpenIncident,
  priority: number,
  { policy, habits }: Frame,
): Prospect | ReasonCode => {
  const dropOffS = record.onTrip ? policy.dropOffS : 0
  const straightM = Math.round(distanceM(position, incident))
  const etaS = dropOffS + travelS(straightM, record.vehicle, policy)
  const uncertaintyS = travelS(position.uncertaintyM, record.vehicle, policy)
  const usual = chanceNow(record.answers, habits)
  const chance = isReady ? chanceOfReady(usual) : usual
  const comes = comesOf(record.comings, habits)
  const alertsS =
    policy.overAsk === null ? (policy.alertPrice * meanReplyS(habits.reply)) / (chance * comes) : 0
  const cost = costOf(record, { etaS, uncertaintyS, alertsS }, priority, policy)
  if (!(cost.minutes < policy.waitingCost)) return 'too_far'
  const ring = record.onTrip ? lastRing(policy.ringsEtaS) : ringOf(etaS + uncertaintyS, policy.ringsEtaS)
  return { column, distanceM: straightM, etaS, uncertaintyS, chance, comes, ring, cost, isReady }
}
