import type { CityDay } from './people.ts'
import type { CityPolicy, CityView, Roads } from './view.ts'

/** Seconds between an offer and the commitment of who was offered. */
export const COMMIT_S = 60

export interface CityOutcome {
  /** Seconds on the road of each incident that got somebody. */
  travelS: number[]
  /** Seconds from the report to the arrival. */
  responseS: number[]
  alerts: number
  /** Of those who said yes, the ones that were not needed. */
  redundant: number
  /** Offers moved to another volunteer while they were open. */
  swaps: number
}

interface Open {
  incident: number
  commitS: number
  held: number[]
}

/**
 * Everybody says yes, a minute after he was asked; until then he is held and asked by nobody else. An incident that finds
 * nobody free waits for the first who is let go. Who is committed does not come back that day.
 */
export const runCity = (day: CityDay, roads: Roads, policy: CityPolicy): CityOutcome => {
  const busy = new Uint8Array(day.volunteers.length)
  /** The moment that is played, and how many were reported by then. */
  let [playedS, reported] = [0, 0]
  const recent = (seconds: number): number[] =>
    day.incidents.slice(0, reported).flatMap(({ atS }, n) => (atS > playedS - seconds ? [n] : []))
  const view: CityView = { roads, isFree: (volunteer) => !busy[volunteer], recent }
  const outcome: CityOutcome = { travelS: [], responseS: [], alerts: 0, redundant: 0, swaps: 0 }
  let open: Open[] = []
  let waiting: number[] = []
  /** Something was reported since the last plan; taking away a pair leaves the rest of a best plan of what is open the best. */
  let isChanged = false

  const offer = (nowS: number): void => {
    const left: number[] = []
    for (const incident of waiting) {
      const held = roads.nearestFree(incident, policy.asks, view.isFree)
      if (held.length === 0) left.push(incident)
      else open.push({ incident, commitS: nowS + COMMIT_S, held })
      outcome.alerts += held.length
      for (const volunteer of held) busy[volunteer] = 1
    }
    waiting = left
  }

  /** Everybody held is free again for the plan; it decides who is held now. */
  const replan = (plan: NonNullable<CityPolicy['replan']>): void => {
    for (const { held } of open) for (const volunteer of held) busy[volunteer] = 0
    const before = new Map(
      open.flatMap(({ incident, held: [who] }) => (who === undefined ? [] : [[incident, who] as const])),
    )
    const chosen = plan(
      open.map(({ incident }) => incident),
      view,
      before,
    )
    for (const one of open) {
      const next = chosen.get(one.incident)
      const [who] = one.held
      one.held = next === undefined ? [] : [next]
      if (next === who) continue
      if (next !== undefined) outcome.alerts++
      if (who !== undefined) outcome.swaps++
    }
    for (const { held } of open) for (const volunteer of held) busy[volunteer] = 1
  }

  const commitUntil = (untilS: number): void => {
    for (;;) {
      const next = open.reduce<Open | null>((a, b) => (a === null || b.commitS < a.commitS ? b : a), null)
      if (next === null || next.commitS > untilS) return
      playedS = next.commitS
      if (policy.replan && isChanged) replan(policy.replan)
      isChanged = false
      open = open.filter((one) => one !== next)
      const [who, ...others] = next.held
      for (const volunteer of others) busy[volunteer] = 0
      outcome.redundant += others.length
      if (who === undefined) continue
      const travelS = roads.travelS(next.incident, who)
      outcome.travelS.push(travelS)
      outcome.responseS.push(next.commitS + travelS - day.incidents[next.incident]!.atS)
      offer(next.commitS)
    }
  }

  for (const [incident, { atS }] of day.incidents.entries()) {
    commitUntil(atS)
    waiting.push(incident)
    reported = incident + 1
    offer(atS)
    isChanged = true
  }
  commitUntil(Infinity)
  return outcome
}
