import type { PositionSource } from '#contracts/domain/incident/words.ts'
import { addAnswers, type Answers } from '#contracts/domain/volunteer/answers.ts'
import { addComings, type Comings } from '#contracts/domain/volunteer/comings.ts'
import type { BelievedPosition } from '#contracts/domain/whereabouts/position.ts'
import { whyNotKind, whyNotNeed, whyNotPerson } from './filter.ts'
import { by } from './order.ts'
import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import { type ReasonCode, type Tally, tally } from './reasons.ts'
import type { Candidate, OpenIncident, OpenNeed } from './types.ts'

/** A person who may be asked, through the one record chosen for him. */
export interface Person {
  record: Candidate
  position: BelievedPosition
}

export interface Crowd {
  /** One per natural person, in the order of their lowest volunteer ids. */
  persons: Person[]
  /** Records that nobody may ask through now, counted and one by one. */
  excluded: Tally
  excludedIds: readonly (readonly [volunteerId: string, reason: ReasonCode])[]
  /** Person key → his records that are kept out because he is bound to something. */
  bound: ReadonlyMap<string, readonly string[]>
  /** Volunteer id → person key, of every record. */
  personKeys: ReadonlyMap<string, string>
  /** Volunteer id → what the person answered, through whichever record. */
  answers: ReadonlyMap<string, Answers>
  /** Volunteer id → how often in a row the person was asked and kept silent; missing: he was not. */
  silences: ReadonlyMap<string, number>
  /** Volunteer id → whether the person came, having said yes. */
  comings: ReadonlyMap<string, Comings>
}

/** Those bound by an offer for this very need: they may still answer. */
export const waitedFor = ({ pending = [] }: OpenNeed, { bound, personKeys }: Crowd): Set<string> =>
  new Set(pending.flatMap(({ volunteerId }) => bound.get(personKeys.get(volunteerId) ?? '') ?? []))

/**
 * Who may be asked at all, each natural person once: through the record that may serve the most of what these incidents ask for,
 * real ones before drills; of equals the one with the freshest position. `incidents` null: by that alone, and everything that any
 * record knows counts for all, as in rounds of earlier releases.
 */
export const crowdOf = (
  candidates: readonly Candidate[],
  now: Date,
  policy: MatchPolicy,
  incidents: readonly OpenIncident[] | null = null,
): Crowd => {
  const records = new Map<string, Candidate[]>()
  for (const candidate of candidates.toSorted(by(({ volunteerId }) => volunteerId))) {
    const known = records.get(candidate.personKey)
    if (known) known.push(candidate)
    else records.set(candidate.personKey, [candidate])
  }

  const persons: Person[] = []
  const excludedIds: [string, ReasonCode][] = []
  const bound = new Map<string, string[]>()
  const answers = new Map<string, Answers>()
  const silences = new Map<string, number>()
  const comings = new Map<string, Comings>()
  for (const own of records.values()) {
    const able: Person[] = []
    for (const record of incidents === null ? shared(own) : sharedApart(own)) {
      if (record.answers) answers.set(record.volunteerId, record.answers)
      if (record.silences) silences.set(record.volunteerId, record.silences)
      if (record.comings) comings.set(record.volunteerId, record.comings)
      const reason = whyNotPerson(record, now, policy)
      if (reason === null && record.position) able.push({ record, position: record.position })
      else excludedIds.push([record.volunteerId, reason ?? 'no_position'])
      if (reason === 'claimed')
        bound.set(record.personKey, [...(bound.get(record.personKey) ?? []), record.volunteerId])
    }
    const [chosen, ...others] = ranked(able, incidents ?? [])
    if (chosen) persons.push(chosen)
    for (const { record } of others) excludedIds.push([record.volunteerId, 'other_channel'])
  }
  return {
    persons,
    excluded: tally(excludedIds.map(([, reason]) => reason)),
    excludedIds,
    bound,
    answers,
    silences,
    comings,
    personKeys: new Map(candidates.map(({ volunteerId, personKey }) => [volunteerId, personKey])),
  }
}

const SOURCES: readonly PositionSource[] = ['live', 'recent', 'declared']

/** A fix is fresher than a declaration, whenever that was made. */
const fresher = ({ position: a }: Person, { position: b }: Person): number =>
  SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source) || a.ageS - b.ageS

/** How many needs of real incidents, and how many in all, this record may serve: wherever he is. */
const servesOf = ({ record }: Person, incidents: readonly OpenIncident[]) => {
  let [real, all] = [0, 0]
  for (const incident of incidents) {
    if (whyNotKind(record, incident) !== null) continue
    const fits = incident.needs.filter((need) => whyNotNeed(record, need) === null).length
    all += fits
    if (!incident.drill) real += fits
  }
  return { real, all }
}

/** The records of one person, the best to ask him through first. */
const ranked = (able: readonly Person[], incidents: readonly OpenIncident[]): Person[] => {
  if (able.length < 2) return [...able]
  const known = able.map((person) => ({ person, ...servesOf(person, incidents) }))
  return known
    .sort((a, b) => b.real - a.real || b.all - a.all || fresher(a.person, b.person))
    .map(({ person }) => person)
}

/** What he did in drills tells nothing of how he answers in earnest; bound he is by either. */
const sharedApart = (own: Candidate[]): Candidate[] => {
  if (own.length === 1) return own
  const claimed = own.some((record) => record.claimed)
  return [true, false].flatMap((isSandbox) =>
    shared(own.filter(({ sandbox }) => sandbox === isSandbox)).map((record) => ({ ...record, claimed })),
  )
}

/** Busy, tired, much asked: what one partner knows of a person holds for all his records. */
const shared = (own: Candidate[]): Candidate[] => {
  if (own.length < 2) return own
  const sum = (part: (record: Candidate) => number) => own.reduce((total, record) => total + part(record), 0)
  const rests = own.flatMap(({ restUntil }) => restUntil ?? [])
  const known = own.flatMap(({ answers }) => answers ?? [])
  // Counted over all his records already, each by its own position.
  const silences = Math.min(...own.map((record) => record.silences ?? 0))
  const trips = own.flatMap(({ comings }) => comings ?? [])
  const person = {
    ...(known.length > 0 && { answers: known.reduce(addAnswers) }),
    ...(silences > 0 && { silences }),
    ...(trips.length > 0 && { comings: trips.reduce(addComings) }),
    claimed: own.some(({ claimed }) => claimed),
    onTrip: own.some(({ onTrip }) => onTrip),
    askedToday: sum(({ askedToday }) => askedToday),
    servedThisWeek: sum(({ servedThisWeek }) => servedThisWeek),
    // Of all his records together already; in rounds of earlier releases of each alone.
    dutyS: Math.max(...own.map(({ dutyS }) => dutyS)),
    restUntil: rests.length ? new Date(Math.max(...rests.map(Number))) : null,
    refused: own.find(({ refused }) => refused != null)?.refused ?? null,
  }
  const isOverOwnLimit = own.some(({ unfit }) => unfit === 'duty_limit')
  return own.map(({ unfit, ...record }) => ({
    ...record,
    ...person,
    unfit: unfit ?? (isOverOwnLimit ? ('duty_limit' as const) : null),
  }))
}
