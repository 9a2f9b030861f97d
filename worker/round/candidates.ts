import { plusSeconds } from '#contracts/domain/instant.ts'
import type { Partner } from '#contracts/domain/partner/partner.ts'
import { type Demands, mayServe, type Unfitness } from '#contracts/domain/volunteer/fitness.ts'
import { type AnswerRecord, NO_ANSWERS } from '#contracts/domain/volunteer/answers.ts'
import { NOTHING_LATELY, silencesOf } from '#contracts/domain/volunteer/lately.ts'
import { dutySecondsOf, type Volunteer } from '#contracts/domain/volunteer/state.ts'
import { type TaskType, taskTypes } from '#contracts/domain/words.ts'
import type { Service } from '#contracts/store/service-fold.ts'
import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import type { Candidate } from '../matching/types.ts'
import type { BelievedPosition } from '#contracts/domain/whereabouts/position.ts'
import { positionOf } from '#contracts/domain/whereabouts/believed.ts'
import { doubtOf, type Whereabouts } from './whereabouts.ts'

/** What a round knows of people, read at one moment. */
export interface People {
  volunteers: readonly Volunteer[]
  /** The records of whoever has several, by person key. */
  records: ReadonlyMap<string, readonly Volunteer[]>
  partners: ReadonlyMap<string, Partner>
  /** Person keys of everybody bound to something. */
  bound: ReadonlySet<string>
  service: Service
  /** How each volunteer answered so far; missing: he was never asked. */
  answers: ReadonlyMap<string, AnswerRecord>
  /** Which incident each volunteer refused a moment ago. */
  refusals: ReadonlyMap<string, string>
  whereabouts: Whereabouts
  /** Partners whose endpoint takes nothing at present (`sick.ts`), or did not for minutes. */
  silent: ReadonlySet<string>
}

/** Who has several records, by person key. */
export const recordsOf = (volunteers: readonly Volunteer[]): Map<string, Volunteer[]> => {
  const all = new Map<string, Volunteer[]>()
  for (const volunteer of volunteers) {
    const known = all.get(volunteer.personKey)
    if (known) known.push(volunteer)
    else all.set(volunteer.personKey, [volunteer])
  }
  return new Map([...all].filter(([, own]) => own.length > 1))
}

/** A link needs no endpoint: an operator sends it by hand. */
const isReachable = ({ channel }: Volunteer, partner: Partner, silent: ReadonlySet<string>): boolean =>
  partner.status === 'enabled' && (channel === 'link' || (partner.url !== null && !silent.has(partner.id)))

/** What his papers and his own limit forbid: every task, or some kinds of them. */
const fitnessOf = (volunteer: Volunteer, at: string, demands: Demands) => {
  const unfit = mayServe(volunteer, null, at, demands)
  const unfitFor: Partial<Record<TaskType, Unfitness>> = {}
  for (const task of unfit === null ? taskTypes : []) {
    const why = mayServe(volunteer, task, at, demands)
    if (why !== null) unfitFor[task] = why
  }
  return { unfit, unfitFor }
}

/** Whoever never said yes has nothing to tell here. */
const comingsOf = ({ coming }: Partial<AnswerRecord> = {}): Pick<Candidate, 'comings'> =>
  coming === undefined ? {} : { comings: { came: coming.came, missed: coming.missed } }

/** How often in a row the person kept silent, drills and real calls apart; a fix of his phone shows that it is reached. */
const silencesOfPerson = (
  volunteer: Volunteer,
  position: BelievedPosition | null,
  { records, answers, partners }: People,
  now: Date,
): Pick<Candidate, 'silences'> => {
  const isSandbox = ({ partnerId }: Volunteer): boolean => partners.get(partnerId)?.sandbox === true
  const all = records.get(volunteer.personKey) ?? [volunteer]
  const own = all.filter((one) => isSandbox(one) === isSandbox(volunteer))
  const isFix = position !== null && position.source !== 'declared'
  const aliveAt = isFix ? plusSeconds(now.toISOString(), -position.ageS) : null
  const lately = own.map(({ id }) => answers.get(id)?.lately ?? NOTHING_LATELY)
  const silences = silencesOf(lately, now.toISOString(), aliveAt)
  return silences === 0 ? {} : { silences }
}

/** One volunteer as a candidate; null when his partner is unknown. */
export const candidateOf = (
  volunteer: Volunteer,
  people: People,
  now: Date,
  policy: MatchPolicy,
): Candidate | null => {
  const { partners, bound, service, whereabouts, silent } = people
  const { id, personKey, partnerId, vehicle, skills, duty, standing } = volunteer
  const partner = partners.get(partnerId)
  if (partner === undefined) return null
  const position = positionOf(volunteer, whereabouts, now, policy)
  const lastTaskAt = service.lastTaskAt.get(id)
  return {
    volunteerId: id,
    personKey,
    partnerId,
    vehicle,
    skills,
    duty,
    standing,
    claimed: bound.has(personKey),
    onTrip: whereabouts.trips.has(id),
    answers: people.answers.get(id)?.answers ?? NO_ANSWERS,
    ...silencesOfPerson(volunteer, position, people, now),
    ...comingsOf(people.answers.get(id)),
    askedToday: service.asked.get(id) ?? 0,
    servedThisWeek: service.served.get(id) ?? 0,
    dutyS: dutySecondsOf(people.records.get(personKey) ?? [volunteer], now.toISOString()),
    ...fitnessOf(volunteer, now.toISOString(), policy.demands),
    refused: people.refusals.get(id) ?? null,
    restUntil: lastTaskAt === undefined ? null : new Date(plusSeconds(lastTaskAt, policy.restS)),
    channelHealthy: isReachable(volunteer, partner, silent),
    sandbox: partner.sandbox,
    position,
    implausibility: doubtOf(volunteer, position, whereabouts, now),
  }
}
