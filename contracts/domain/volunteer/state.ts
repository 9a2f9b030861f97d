import type { Actor, Birth } from '../fact.ts'
import { plusSeconds, type Instant } from '../instant.ts'
import type { Skill, Vehicle } from '../words.ts'
import {
  Told,
  volunteerFacts,
  type AgreementKind,
  type Course,
  type Duty,
  type Standing,
  type VolunteerFact,
  type VolunteerFactOf,
} from './facts.ts'
import { calledAt, type CallForHelp } from './help.ts'
import { withDutySet, withSaid } from './said.ts'

export interface Agreement {
  to: AgreementKind
  version: string
  at: Instant
  /** Who recorded it. */
  by: Actor
}
export interface Training {
  course: Course
  until: Instant | null
}

export interface Volunteer {
  id: string
  agencyId: string
  partnerId: string
  /** The partner's own name for this volunteer; see `refOf`. */
  ref: string
  /** What the partner called him until he left; the name itself is free then. */
  formerRef?: string
  personKey: string
  vehicle: Vehicle
  skills: Skill[]
  channel: 'webhook' | 'link'
  duty: Duty
  standing: Standing
  /** Kelurahan code where he said he would be. */
  declaredArea: string | null
  registeredAt: Instant
  dutySince: Instant | null
  /** When his duty ends by itself; a volunteer of an older release has none. */
  dutyUntil?: Instant | null
  /** Spans on duty that ended within the last day, for the duty limit. */
  dutySpans: { from: Instant; to: Instant }[]
  trainedUntil: Instant | null
  insuredUntil: Instant | null
  /** The last of each kind. A volunteer of an older release has none of the three that follow. */
  agreements?: Agreement[]
  /** The last of each course. */
  trainings?: Training[]
  dutyLimitS?: number | null
  /** Since when he calls for help outside a task; null: he does not, or somebody has seen it. */
  sosAt: Instant | null
  /** His last call for help, also when somebody has seen it; none of a call that told neither place nor words. */
  sos?: CallForHelp
  /** When his platform said each of these last, by its own clock; a volunteer of an older release has none yet. */
  said?: Partial<Record<Told, Instant>>
  /** When somebody else set his duty after his platform had spoken of it, by our clock. */
  dutySetAt?: Instant
  changedAt: Instant
}

const DAY_S = 24 * 3600

const withDuty = (
  state: Volunteer,
  duty: Duty,
  declaredArea: string | null,
  at: Instant,
  until: Instant | null = null,
): Volunteer => {
  const spans = state.dutySpans.filter((span) => span.to > plusSeconds(at, -DAY_S))
  const ended = state.duty === 'on' && duty !== 'on' && state.dutySince !== null
  return {
    ...state,
    duty,
    declaredArea,
    dutySince: duty === 'on' ? (state.duty === 'on' ? state.dutySince : at) : null,
    dutyUntil: duty === 'off' ? null : until,
    dutySpans: ended && state.dutySince !== null ? [...spans, { from: state.dutySince, to: at }] : spans,
  }
}

const withAgreement = (state: Volunteer, agreement: Agreement): Volunteer => ({
  ...state,
  agreements: [...(state.agreements ?? []).filter(({ to }) => to !== agreement.to), agreement],
})

/** The end of basic training is what `trainedUntil` tells, whichever way it was recorded. */
const withTraining = (state: Volunteer, training: Training): Volunteer => ({
  ...state,
  trainings: [...(state.trainings ?? []).filter(({ course }) => course !== training.course), training],
  trainedUntil: training.course === 'dasar' ? training.until : state.trainedUntil,
})

/** As if it had never been recorded. */
const withoutTraining = (state: Volunteer, struck: Course): Volunteer => ({
  ...state,
  trainings: (state.trainings ?? []).filter(({ course }) => course !== struck),
  trainedUntil: struck === 'dasar' ? null : state.trainedUntil,
})

const withCall = (
  { sos: before, ...state }: Volunteer,
  call: VolunteerFactOf<'volunteer.sos'>['data'],
  at: Instant,
): Volunteer => {
  const sos = calledAt(state.sosAt === null ? null : (before ?? null), call, at)
  return { ...state, sosAt: at, ...(sos && { sos }) }
}

/** Nothing is agreed to any more, and the partner's name for him is free for somebody who comes anew. */
const gone = (state: Volunteer, at: Instant): Volunteer => {
  const { sos: _, ...left } = withDuty({ ...state, standing: 'withdrawn' }, 'off', null, at)
  return { ...left, ref: `left:${state.id}`, formerRef: state.ref, agreements: [] }
}

const isKnown = (type: string): type is VolunteerFact['type'] => Object.hasOwn(volunteerFacts, type)

/** Folds one fact into a volunteer. Total: unknown facts change nothing. */
export const evolveVolunteer = (
  state: Volunteer | null,
  fact: VolunteerFact,
  birth: Birth,
): Volunteer | null => {
  if (!isKnown(fact.type)) return state
  if (fact.type === 'volunteer.registered') {
    const { saidAt, ...data } = fact.data
    const born: Volunteer = {
      ...birth,
      ...data,
      duty: 'off',
      standing: 'pending',
      declaredArea: null,
      registeredAt: fact.at,
      dutySince: null,
      dutySpans: [],
      trainedUntil: null,
      insuredUntil: null,
      sosAt: null,
      changedAt: fact.at,
    }
    return withSaid(born, Told.options, saidAt)
  }
  return state === null ? null : { ...step(state, fact), changedAt: fact.at }
}

const step = (
  state: Volunteer,
  fact: Exclude<VolunteerFact, { type: 'volunteer.registered' }>,
): Volunteer => {
  switch (fact.type) {
    case 'volunteer.updated': {
      const { personChanged: _, told = [], saidAt, ...change } = fact.data
      const known = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
      return withSaid({ ...state, ...known }, told, saidAt)
    }
    case 'volunteer.said_again':
      return withSaid(state, fact.data.told, fact.data.saidAt)
    case 'volunteer.agreed':
      return withAgreement(state, { ...fact.data, at: fact.at, by: fact.by })
    case 'volunteer.trained': {
      const { reason, ...training } = fact.data
      return reason === undefined ? withTraining(state, training) : withoutTraining(state, training.course)
    }
    case 'volunteer.duty_limited':
      return { ...state, dutyLimitS: fact.data.dutyLimitS }
    case 'volunteer.duty_changed': {
      const { duty, declaredArea, until, saidAt } = fact.data
      const changed = withDuty(state, duty, declaredArea, fact.at, until)
      return saidAt === undefined ? withDutySet(changed, fact.at) : withSaid(changed, ['duty'], saidAt)
    }
    case 'volunteer.phone_shown':
      return state
    case 'volunteer.activated':
    case 'volunteer.reinstated':
      return { ...state, standing: 'active' }
    case 'volunteer.suspended':
      return withDutySet(
        withDuty({ ...state, standing: 'suspended' }, 'off', state.declaredArea, fact.at),
        fact.at,
      )
    case 'volunteer.withdrawn':
      return gone(state, fact.at)
    case 'volunteer.sos':
      return withCall(state, fact.data, fact.at)
    case 'volunteer.sos_acknowledged':
      return { ...state, sosAt: null }
    default:
      fact satisfies never
      return state
  }
}

/** What the partner calls him, or called him until he left. */
export const refOf = ({ ref, formerRef }: Pick<Volunteer, 'ref' | 'formerRef'>): string => formerRef ?? ref

/** When time alone changes something about him: his duty ends. */
export const nextDutyEnd = ({ duty, dutyUntil = null }: Volunteer): Instant | null =>
  duty === 'off' ? null : dutyUntil

/** Seconds on duty within the 24 hours before `now`. */
export const dutySeconds = (volunteer: Volunteer, now: Instant): number => dutySecondsOf([volunteer], now)

/** The same of one person with several records: an hour on duty for two partners is one hour. */
export const dutySecondsOf = (
  records: readonly Pick<Volunteer, 'dutySince' | 'dutySpans'>[],
  now: Instant,
): number => {
  const dayAgo = plusSeconds(now, -DAY_S)
  const spans = records.flatMap(({ dutySince, dutySpans }) =>
    dutySince === null ? dutySpans : [...dutySpans, { from: dutySince, to: now }],
  )
  let [countedTo, seconds] = [dayAgo, 0]
  for (const { from, to } of spans.sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const start = from > countedTo ? from : countedTo
    if (to <= start) continue
    seconds += (Date.parse(to) - Date.parse(start)) / 1000
    countedTo = to
  }
  return seconds
}
