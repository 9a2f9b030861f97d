/**
 * The claims protocol as a small world that can be searched to the end: two writers, a reconciler and somebody who
 * declines, about one natural person and two incidents. Any actor may stop for ever between two steps, and the reply
 * of any offering write may be lost. Time does not exist here: every order of steps is tried.
 */
export type Shortcut =
  | 'delete by person'
  | 'delete the claim before the ending write'
  | 'claim after the offer'
  | 'retry with the old claim'
  | 'a lost reply taken as a lost race'
  | 'free without raising the version'
  | 'reuse the offer id'

export interface Claim {
  offer: string
  incident: number
  base: number
}
interface Incident {
  version: number
  live: string[]
}
interface Writer {
  at: 'read' | 'claim' | 'write' | 'free' | 'fence' | 'delete' | 'late claim' | 'done'
  incident: number
  attempt: number
  base: number
  seen: number
}
interface Helper {
  at: 'idle' | 'load' | 'fence' | 'delete' | 'end'
  claim: Claim | null
  seen: number
}
export interface World {
  claim: Claim | null
  incidents: Incident[]
  writers: Writer[]
  reconciler: Helper
  decliner: Helper
}

const ATTEMPTS = 2

export const start = (incidentsOfWriters: readonly number[]): World => ({
  claim: null,
  incidents: [
    { version: 1, live: [] },
    { version: 1, live: [] },
  ],
  writers: incidentsOfWriters.map((incident) => ({ at: 'read', incident, attempt: 1, base: 0, seen: 0 })),
  reconciler: { at: 'idle', claim: null, seen: 0 },
  decliner: { at: 'idle', claim: null, seen: 0 },
})

/** The law: over all incidents, at most one offer to this person is live. */
export const isSafe = (world: World): boolean =>
  world.incidents.reduce((sum, incident) => sum + incident.live.length, 0) <= 1

const copy = (world: World): World => structuredClone(world)

const drop = (world: World, offer: string, wrong: Shortcut | null): void => {
  if (wrong === 'delete by person' || world.claim?.offer === offer) world.claim = null
}

const writerSteps = (before: World, i: number, wrong: Shortcut | null): World[] => {
  const next = copy(before)
  const me = next.writers[i]
  const file = me && next.incidents[me.incident]
  if (!me || !file) return []
  const offer = wrong === 'reuse the offer id' ? `w${i}` : `w${i}.${me.attempt}`
  const again = (): void => {
    me.attempt += 1
    me.at = me.attempt > ATTEMPTS ? 'done' : 'read'
  }
  switch (me.at) {
    case 'read':
      me.base = file.version
      me.at = wrong === 'claim after the offer' ? 'write' : 'claim'
      return [next]
    case 'claim':
      if (next.claim !== null) me.at = 'done'
      else {
        next.claim = { offer, incident: me.incident, base: me.base }
        me.at = 'write'
      }
      return [next]
    case 'write': {
      if (file.version !== me.base) {
        if (wrong === 'retry with the old claim') me.base = file.version
        else me.at = 'free'
        return [next]
      }
      file.version += 1
      if (!file.live.includes(offer)) file.live.push(offer)
      const lost = copy(next)
      const lostMe = lost.writers[i]
      if (lostMe) lostMe.at = wrong === 'a lost reply taken as a lost race' ? 'delete' : 'free'
      me.at = wrong === 'claim after the offer' ? 'late claim' : 'done'
      return [next, lost]
    }
    case 'late claim':
      next.claim ??= { offer, incident: me.incident, base: me.base }
      me.at = 'done'
      return [next]
    case 'free':
      me.seen = file.version
      if (file.live.includes(offer)) me.at = 'done'
      else me.at = file.version > me.base ? 'delete' : 'fence'
      return [next]
    case 'fence':
      if (file.version === me.seen) {
        file.version += 1
        me.at = 'delete'
      } else me.at = 'free'
      return [next]
    case 'delete':
      drop(next, offer, wrong)
      again()
      return [next]
    case 'done':
      return []
    default:
      me.at satisfies never
      return []
  }
}

const reconcilerSteps = (before: World, wrong: Shortcut | null): World[] => {
  const next = copy(before)
  const me = next.reconciler
  if (me.at === 'idle') {
    if (next.claim === null) return []
    me.claim = next.claim
    me.at = 'load'
    return [next]
  }
  const { claim } = me
  const file = claim && next.incidents[claim.incident]
  if (!claim || !file) return []
  const rest = (): void => {
    me.at = 'idle'
    me.claim = null
  }
  if (me.at === 'load') {
    me.seen = file.version
    if (file.live.includes(claim.offer)) rest()
    else
      me.at = file.version > claim.base || wrong === 'free without raising the version' ? 'delete' : 'fence'
  } else if (me.at === 'fence') {
    const won = file.version === me.seen
    if (won) file.version += 1
    me.at = won ? 'delete' : 'load'
  } else {
    drop(next, claim.offer, wrong)
    rest()
  }
  return [next]
}

/** Somebody ends a live offer (decline, expiry, stand-down): the ending write first, then the claim. */
const declinerSteps = (before: World, wrong: Shortcut | null): World[] => {
  const { decliner } = before
  if (decliner.at === 'idle')
    return before.incidents.flatMap((file, incident) =>
      file.live.map((offer) => {
        const next = copy(before)
        const early = wrong === 'delete the claim before the ending write'
        next.decliner = {
          at: early ? 'delete' : 'end',
          claim: { offer, incident, base: file.version },
          seen: file.version,
        }
        return next
      }),
    )
  const next = copy(before)
  const me = next.decliner
  const file = me.claim && next.incidents[me.claim.incident]
  if (!me.claim || !file) return []
  const early = wrong === 'delete the claim before the ending write'
  if (me.at === 'end') {
    const won = file.version === me.seen
    if (won) {
      file.version += 1
      file.live = file.live.filter((offer) => offer !== me.claim?.offer)
    }
    if (won && !early) me.at = 'delete'
    else next.decliner = { at: 'idle', claim: null, seen: 0 }
  } else {
    drop(next, me.claim.offer, wrong)
    if (early) me.at = 'end'
    else next.decliner = { at: 'idle', claim: null, seen: 0 }
  }
  return [next]
}

/** Every world that one step of one actor leads to. That an actor stops is that its steps are never taken. */
export const stepsFrom = (world: World, wrong: Shortcut | null): World[] => [
  ...world.writers.flatMap((_, i) => writerSteps(world, i, wrong)),
  ...reconcilerSteps(world, wrong),
  ...declinerSteps(world, wrong),
]
