import { evolveIncident } from '#contracts/domain/incident/evolve.ts'
import type { IncidentFact } from '#contracts/domain/incident/facts.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { VolunteerFact } from '#contracts/domain/volunteer/facts.ts'
import { evolveVolunteer, type Volunteer } from '#contracts/domain/volunteer/state.ts'
import { evolveZone, type Zone, type ZoneFact } from '#contracts/domain/zone/zone.ts'
import type { Frame, LiveFact, Snapshot } from '#contracts/wire/live.ts'

/** An entity as folded so far: all facts up to this version and index are in it. */
export interface Folded<S> {
  version: number
  index: number
  state: S
}

/** What the database holds, as this screen knows it: everything up to `seq`. */
export interface LiveCity {
  seq: number
  incidents: ReadonlyMap<string, Folded<Incident>>
  volunteers: ReadonlyMap<string, Folded<Volunteer>>
  zones: ReadonlyMap<string, Folded<Zone>>
}

/** A document of a snapshot holds all facts of its version, placed or not. */
const whole = <S extends { id: string }>(
  items: readonly { version: number; state: S }[],
): Map<string, Folded<S>> =>
  new Map(items.map(({ version, state }) => [state.id, { version, index: Infinity, state }]))

export const fromSnapshot = (snapshot: Snapshot): LiveCity => ({
  seq: snapshot.seq,
  incidents: whole(snapshot.incidents),
  volunteers: whole(snapshot.volunteers),
  zones: whole(snapshot.zones ?? []),
})

const isNews = (folded: Folded<unknown> | undefined, { version, index }: LiveFact): boolean =>
  folded === undefined || version > folded.version || (version === folded.version && index > folded.index)

const foldInto = <S>(
  entities: Map<string, Folded<S>>,
  fact: LiveFact,
  evolve: (state: S | null) => S | null,
): void => {
  const before = entities.get(fact.entityId)
  if (!isNews(before, fact)) return
  const state = evolve(before?.state ?? null)
  // A fact about something that ended long ago and is not on this screen.
  if (state === null) return
  entities.set(fact.entityId, { version: fact.version, index: fact.index, state })
}

/**
 * An incident of long ago is a duplicate no more and open again: this screen never had it, and one fact does not tell
 * what it is.
 */
export const lacksReopened = ({ incidents }: LiveCity, { facts }: Frame): boolean =>
  facts.some(({ type, entityId }) => type === 'incident.duplicate_undone' && !incidents.has(entityId))

/**
 * Folds a frame. `hole`: facts between the city's seq and this frame are missing and have to be asked for. Facts that
 * are in the city already, by the snapshot or an earlier frame, are passed over; a hidden fact still counts as received.
 */
export const applyFrame = (city: LiveCity, frame: Frame): LiveCity | 'hole' => {
  if (frame.to <= city.seq) return city
  if (frame.from > city.seq + 1) return 'hole'
  const incidents = new Map(city.incidents)
  const volunteers = new Map(city.volunteers)
  const zones = new Map(city.zones)
  for (const fact of frame.facts) {
    const birth = { id: fact.entityId, agencyId: fact.agencyId }
    // The fold of each kind passes over types it does not know, so a newer server cannot break an older screen.
    if (fact.kind === 'incident')
      foldInto(incidents, fact, (state) => evolveIncident(state, fact as IncidentFact, birth))
    if (fact.kind === 'volunteer')
      foldInto(volunteers, fact, (state) => evolveVolunteer(state, fact as VolunteerFact, birth))
    if (fact.kind === 'zone') foldInto(zones, fact, (state) => evolveZone(state, fact as ZoneFact, birth))
  }
  return { seq: frame.to, incidents, volunteers, zones }
}
