import { distanceM, isPlace } from '#contracts/domain/place.ts'
import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import { travelS } from '#contracts/domain/whereabouts/travel.ts'
import type { Vehicle } from '#contracts/domain/words.ts'
import { costOf } from '../cost.ts'
import { whyNotKind, whyNotNeed } from '../filter.ts'
import type { Frame } from '../frame.ts'
import type { Crowd } from '../persons.ts'
import { isCheaper, type Pool } from '../pool.ts'
import type { Prospect } from '../prospect.ts'
import { type ReasonCode, sumOf, type Tally } from '../reasons.ts'
import { lastRing } from '../rings.ts'
import type { OpenIncident, OpenNeed } from '../types.ts'
import type { Atlas } from './atlas.ts'
import { Walk } from './walk.ts'

/** Whom an incident could ask, and what each of them would mean for it. */
interface Case {
  incident: OpenIncident
  /** Person keys asked in its search. */
  asked: ReadonlySet<string>
  priority: number
  look: (column: number) => Prospect | ReasonCode
}

const vehiclesOf = ({ kmh }: MatchPolicy) => {
  const bySpeed = (Object.keys(kmh) as Vehicle[]).sort((a, b) => kmh[a] - kmh[b])
  return { slowest: bySpeed[0] ?? 'car', fastest: bySpeed.at(-1) ?? 'car' }
}

/** Whether everybody's cost is below that of waiting, wherever he is: then distance keeps nobody away. */
const isNobodyTooFar = (
  { incident }: Case,
  { centre, radiusM, mostMinutes }: Atlas,
  { policy }: Frame,
): boolean => {
  const farthestM = Math.ceil(distanceM(incident, centre) + radiusM) + 1
  const wayMin = travelS(farthestM, vehiclesOf(policy).slowest, policy) / 60
  return wayMin + mostMinutes < policy.waitingCost
}

/** Metres from which on nobody is in this ring: more than the fastest makes in that time. */
const reachOf = (ring: number, policy: MatchPolicy): number => {
  const limitS = ring >= lastRing(policy.ringsEtaS) ? null : policy.ringsEtaS[ring]
  if (limitS == null) return Infinity
  const metresPerS = (policy.kmh[vehiclesOf(policy).fastest] * policy.slowFactor) / 3.6
  return ((limitS + 1) * metresPerS) / policy.detour + 1
}

/** What nobody beyond so many metres undercuts. */
const leastCost = (metres: number, priority: number, policy: MatchPolicy): number => {
  if (metres === Infinity) return Infinity
  const unburdened = { askedToday: 0, servedThisWeek: 0, onTrip: false }
  const etaS = travelS(Math.round(metres), vehiclesOf(policy).fastest, policy)
  return costOf(unburdened, { etaS, uncertaintyS: 0 }, priority, policy).weighted
}

/**
 * The pool of each need, looking outwards from the incident only as far as somebody asks: those beyond are counted by kinds.
 * Null where distance alone does not tell who would do: danger zones lie in the way, or somebody may be too far.
 */
export const poolsAround = (one: Case, crowd: Crowd, frame: Frame, atlas: Atlas) => {
  const { incident, asked, priority, look } = one
  const { policy } = frame
  if (policy.overAsk !== null || (incident.zones ?? []).length > 0 || !isPlace(incident)) return null
  if (!isNobodyTooFar(one, atlas, frame)) return null

  const { kinds, kindOf, columnOf } = atlas
  const walk = new Walk<Prospect | ReasonCode>(atlas.grid, crowd.persons.length, incident, look)
  const whyNot = kinds.map(({ kind }) => whyNotKind(kind, incident))
  const askedColumns = new Set([...asked].flatMap((key) => columnOf.get(key) ?? []))
  const askedOf = new Int32Array(kinds.length)
  for (const column of askedColumns) askedOf[kindOf[column]!]!++

  return (need: OpenNeed): Pool => {
    const whyNotFor = kinds.map(({ kind }) => whyNotNeed(kind, need))
    const reasonOf = (column: number): ReasonCode | null =>
      whyNot[kindOf[column]!] ?? (askedColumns.has(column) ? 'already_asked' : whyNotFor[kindOf[column]!]!)
    const counts: Tally = {}
    const count = (reason: ReasonCode, people: number) => (counts[reason] = (counts[reason] ?? 0) + people)
    for (const [n, kind] of kinds.entries()) {
      const [all, before] = [whyNot[n], askedOf[n]!]
      if (all != null) count(all, kind.count)
      else if (before > 0) count('already_asked', before)
      if (all == null && whyNotFor[n] != null) count(whyNotFor[n], kind.count - before)
    }
    const unable = Object.values(counts).reduce((sum, people) => sum + people, 0)
    const at = (column: number): Prospect | null => {
      if (reasonOf(column) !== null) return null
      const found = walk.at(column)
      return typeof found === 'string' ? null : found
    }
    let met: { columns: readonly number[]; able: Prospect[] } = { columns: [], able: [] }
    const known = (): Prospect[] => {
      const columns = walk.columns()
      if (columns !== met.columns) met = { columns, able: columns.flatMap((column) => at(column) ?? []) }
      return met.able
    }
    const rings = new Map<number, Prospect[]>()
    const within = (ring: number): Prospect[] => {
      walk.reach(reachOf(ring, policy))
      const inside = rings.get(ring) ?? known().filter((prospect) => prospect.ring <= ring)
      rings.set(ring, inside)
      return inside
    }
    const columns = [...kindOf.keys()]
    return {
      size: kindOf.length - unable,
      looked: () => walk.looked,
      excluded: sumOf(crowd.excluded, counts),
      within,
      at,
      fits: (column) => reasonOf(column) === null,
      cheaperThan: (prospect) => {
        while (leastCost(walk.beyondM, priority, policy) <= prospect.cost.weighted) walk.grow()
        return known().filter((other) => isCheaper(other, prospect)).length
      },
      unable: () =>
        columns.flatMap((column) => {
          const reason = reasonOf(column)
          return reason === null ? [] : [[column, reason] as const]
        }),
      able: (ring) => {
        const inside = new Set(within(ring).map(({ column }) => column))
        return columns.flatMap((column) =>
          reasonOf(column) === null ? [[column, inside.has(column)] as const] : [],
        )
      },
    }
  }
}
