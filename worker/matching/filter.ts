import { isPlace } from '#contracts/domain/place.ts'
import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import type { BelievedPosition } from '#contracts/domain/whereabouts/position.ts'
import type { ReasonCode } from './reasons.ts'
import type { Candidate, OpenIncident, OpenNeed } from './types.ts'
import { whyNotAcross } from '#contracts/domain/zone/across.ts'

type Rule<Subject extends unknown[]> = [ReasonCode, (...subject: Subject) => boolean]

/** What may be missing or expired (contracts/domain/volunteer/fitness.ts). */
const PAPERS = ['insurance_expired', 'training_expired', 'no_insurance', 'no_training'] as const

/** The agency's limit, or his own where that is lower. */
const isOverLimit = ({ dutyS, unfit }: Candidate, _now: Date, policy: MatchPolicy): boolean =>
  dutyS >= policy.dutyLimitS || unfit === 'duty_limit'

/** A rule says when somebody may NOT be asked. The first that holds is his reason. */
const PERSON_RULES: Rule<[Candidate, Date, MatchPolicy]>[] = [
  ['not_active', (person) => person.standing !== 'active'],
  ...PAPERS.map((code): Rule<[Candidate]> => [code, (person) => person.unfit === code]),
  ['off_duty', (person) => person.duty === 'off'],
  ['paused', (person) => person.duty === 'paused'],
  ['claimed', (person) => person.claimed],
  ['resting', (person, now) => person.restUntil !== null && person.restUntil > now],
  ['duty_limit', isOverLimit],
  ['budget_spent', (person, _now, policy) => person.askedToday >= policy.alertsPerDay],
  ['no_channel', (person) => !person.channelHealthy],
  ['no_position', (person) => person.position === null || !isUsable(person.position)],
  ['implausible_position', (person, _now, policy) => (person.implausibility ?? 0) >= policy.implausibleAt],
  ['with_passenger', (person, _now, policy) => person.onTrip && policy.onTrip === 'never'],
  ['bad_record', (person) => ![person.askedToday, person.servedThisWeek, person.dutyS].every(isCount)],
]

/**
 * All that the rules of incidents and needs look at, beside who was asked and where he is. Many people are equal in it, so
 * a round counts them by kinds (near/atlas.ts).
 */
export type Kind = Pick<Candidate, 'sandbox' | 'refused' | 'unfitFor' | 'vehicle' | 'skills'>

const INCIDENT_RULES: Rule<[Kind, OpenIncident]>[] = [
  ['no_place', (_person, incident) => !isPlace(incident)],
  ['not_for_drills', (person, incident) => incident.drill && !person.sandbox],
  ['sandbox_only', (person, incident) => !incident.drill && person.sandbox],
  // Whoever searches again for the same incident means to ask him again.
  ['cooling_down', (person, incident) => person.refused != null && person.refused !== incident.incidentId],
]

const NEED_RULES: Rule<[Kind, OpenNeed]>[] = [
  ...PAPERS.map((code): Rule<[Kind, OpenNeed]> => [
    code,
    (person, need) => person.unfitFor?.[need.taskType] === code,
  ]),
  ['wrong_vehicle', (person, need) => need.vehicle !== 'any' && need.vehicle !== person.vehicle],
  ['no_skill', (person, need) => need.skill !== null && !person.skills.includes(need.skill)],
]

const isCount = (value: number): boolean => value >= 0 && value < Infinity
const isUsable = (position: BelievedPosition): boolean =>
  isPlace(position) && isCount(position.uncertaintyM) && isCount(position.ageS)

const firstNo = <Subject extends unknown[]>(rules: Rule<Subject>[], ...subject: Subject): ReasonCode | null =>
  rules.find(([, forbids]) => forbids(...subject))?.[0] ?? null

const whyNotThere = (
  { vehicle, position }: Candidate,
  { zones, ...place }: OpenIncident,
): ReasonCode | null =>
  zones === undefined || position === null ? null : whyNotAcross(vehicle, position, place, zones)

/** Why this person may not be asked by anybody now, or null. */
export const whyNotPerson = (person: Candidate, now: Date, policy: MatchPolicy): ReasonCode | null =>
  firstNo(PERSON_RULES, person, now, policy)

/** Why nobody of this kind for this incident. */
export const whyNotKind = (kind: Kind, incident: OpenIncident): ReasonCode | null =>
  firstNo(INCIDENT_RULES, kind, incident)

/** Why not for this incident. `askedPersons` are the person keys already asked in its search. */
export const whyNotIncident = (
  person: Candidate,
  incident: OpenIncident,
  askedPersons: ReadonlySet<string>,
): ReasonCode | null =>
  whyNotKind(person, incident) ??
  (askedPersons.has(person.personKey) ? 'already_asked' : whyNotThere(person, incident))

/** Why not for this need. */
export const whyNotNeed = (person: Kind, need: OpenNeed): ReasonCode | null =>
  firstNo(NEED_RULES, person, need)
