import { type Asking, askingOf, comingOf, heldBy, roomFor, setOf } from './asking.ts'
import { priorityOf, type Unserved, unservedOf } from './cost.ts'
import { whyNotIncident } from './filter.ts'
import { type Frame, frameFor } from './frame.ts'
import type { Atlas } from './near/atlas.ts'
import { poolsAround } from './near/around.ts'
import { by } from './order.ts'
import type { Crowd } from './persons.ts'
import { NOBODY, type Pool } from './pool.ts'
import { type Prospect, prospectOf } from './prospect.ts'
import { readyOf } from './ready.ts'
import type { OpenIncident, OpenNeed } from './types.ts'
import { wantedFor, wantedOf } from './wanted.ts'
import { wholePool } from './whole.ts'

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
  pool: Pool
  /** Of the pool, those who stand by for this incident. */
  ready: Prospect[]
}

/** The searches of one incident, by need id. `atlas`: where everybody is, when they are too many to look at each of them. */
export const searchesOf = (
  incident: OpenIncident,
  crowd: Crowd,
  round: Frame,
  atlas: Atlas | null = null,
): Search[] => {
  const frame = frameFor(incident, round)
  const { now, policy } = frame
  const priority = priorityOf(incident, now, policy)
  const unserved = unservedOf(priority, policy)
  const keysOf = (ids: readonly string[] = []) => new Set(ids.flatMap((id) => crowd.personKeys.get(id) ?? []))
  const [asked, standby] = [keysOf(incident.askedThisSearch), keysOf(incident.standby)]
  const look = (column: number) => {
    const person = crowd.persons[column]!
    const { record } = person
    const isReady = standby.has(record.personKey)
    return (
      whyNotIncident(record, incident, asked) ??
      prospectOf(person, column, isReady, incident, priority, frame)
    )
  }
  const near = atlas === null ? null : poolsAround({ incident, asked, priority, look }, crowd, frame, atlas)
  const poolOf = near ?? wholePool(crowd, look)
  const standing =
    standby.size === 0
      ? []
      : crowd.persons.flatMap(({ record }, column) => (standby.has(record.personKey) ? [column] : []))

  return incident.needs.toSorted(by(({ needId }) => needId)).map((need) => {
    const own = { incident, need, priority, unserved }
    if (policy.overAsk !== null) {
      const room = frame.isByFirstRules
        ? Infinity
        : roomFor(need.openSlots, heldBy(need, crowd, frame), policy)
      const numbers = wantedFor(need, policy.overAsk, room)
      const pool = numbers.wanted === 0 ? NOBODY : poolOf(need)
      return { ...own, ...numbers, preferred: null, pool, ready: readyIn(pool, standing) }
    }
    const pool = poolOf(need)
    const ready = readyIn(pool, standing)
    const preferred = preferredOf({ incident, need, pool, ready }, crowd, frame)
    return { ...own, ...wantedOf(need, preferred.chosen.length), preferred, pool, ready }
  })
}

const readyIn = (pool: Pool, standing: readonly number[]): Prospect[] =>
  standing.flatMap((column) => pool.at(column) ?? [])

const preferredOf = (
  { incident, need, pool, ready: standing }: Pick<Search, 'incident' | 'need' | 'pool' | 'ready'>,
  crowd: Crowd,
  frame: Frame,
): Preferred => {
  const { habits } = frame
  const asking = askingOf(need, crowd, frame)
  const ready = readyOf(standing, need)
  // They have said yes: nobody else is troubled before the next wave.
  if (ready.length >= need.openSlots) return { asking, ring: incident.ring, chosen: ready }
  const others = (ring: number) => pool.within(ring).filter((one) => !ready.includes(one))
  const pending = [...asking.pending, ...ready.map((one) => comingOf(one, habits))]
  const held = asking.held + ready.length
  const { ring, chosen } = setOf(others, { ...asking, pending, held }, incident.ring, frame)
  return { asking, ring, chosen: [...ready, ...chosen.map(({ option }) => option.prospect)] }
}
