import type { Instant } from '../instant.ts'
import { Refusal } from '../refusal.ts'
import type { TaskType } from '../words.ts'
import type { Course, VolunteerFactBody, VolunteerFactOf } from './facts.ts'
import { dutySeconds, type Training, type Volunteer } from './state.ts'

/** Why a volunteer may not be asked, as far as his own papers and limits go. Stored in tallies: add, never rename. */
export const unfitnesses = [
  'not_active',
  'insurance_expired',
  'training_expired',
  'no_insurance',
  'no_training',
  'duty_limit',
] as const
export type Unfitness = (typeof unfitnesses)[number]

/** What an agency asks for beyond "nothing that he has may have expired". */
export interface Demands {
  insurance: boolean
  training: boolean
}

/** People in need are no task for basic training alone. */
const advanced: ReadonlySet<TaskType> = new Set(['evakuasi_ringan', 'p3k'])

/**
 * His training in a course as it counts; null: none is recorded. The end of the basic one is what `trainedUntil` tells; a
 * training without an end counts for ever.
 */
export const trainingOf = (
  { trainings = [], trainedUntil }: Pick<Volunteer, 'trainings' | 'trainedUntil'>,
  course: Course,
): Training | null => {
  const recorded = trainings.find((one) => one.course === course) ?? null
  if (course !== 'dasar') return recorded
  if (trainedUntil !== null) return { course, until: trainedUntil }
  return recorded?.until === null ? recorded : null
}

type Validity = 'valid' | 'expired' | 'none'
const validity = (until: Instant | null, now: Instant): Validity => {
  if (until === null) return 'none'
  return until > now ? 'valid' : 'expired'
}

const trainingIs = (volunteer: Volunteer, course: Course, now: Instant): Validity => {
  const held = trainingOf(volunteer, course)
  return held !== null && held.until === null ? 'valid' : validity(held?.until ?? null, now)
}

/**
 * May he be asked for this kind of task now (null: for any)? Null: yes; else the first reason why not. What has expired
 * always stops him; what was never recorded only where the agency demands it. Vehicle, skill and whereabouts are the
 * matching's own.
 */
export const mayServe = (
  volunteer: Volunteer,
  task: TaskType | null,
  now: Instant,
  demands: Demands = { insurance: false, training: false },
): Unfitness | null => {
  if (volunteer.standing !== 'active') return 'not_active'
  const insurance = validity(volunteer.insuredUntil, now)
  if (insurance === 'expired') return 'insurance_expired'
  const trainings = [
    trainingIs(volunteer, 'dasar', now),
    ...(task !== null && advanced.has(task) ? [trainingIs(volunteer, 'lanjutan', now)] : []),
  ]
  if (trainings.includes('expired')) return 'training_expired'
  if (demands.insurance && insurance === 'none') return 'no_insurance'
  if (demands.training && trainings.includes('none')) return 'no_training'
  const { dutyLimitS } = volunteer
  return dutyLimitS != null && dutySeconds(volunteer, now) >= dutyLimitS ? 'duty_limit' : null
}

const mustBeHere = ({ standing }: Volunteer): void => {
  if (standing === 'withdrawn') throw new Refusal('illegal_move', { from: 'withdrawn' })
}

/** Records a training; a newer one of the same course takes its place. @throws Refusal `nothing_to_change`, `illegal_move` */
export const recordTraining = (
  state: Volunteer,
  data: Pick<VolunteerFactOf<'volunteer.trained'>['data'], 'course' | 'until'>,
): VolunteerFactBody[] => {
  mustBeHere(state)
  const held = trainingOf(state, data.course)
  if (held !== null && held.until === data.until) throw new Refusal('nothing_to_change')
  return [{ type: 'volunteer.trained', data }]
}

/**
 * Strikes out a training that was recorded and never was; `reason` is the text that says so.
 * @throws Refusal `nothing_to_change` when none is recorded, `illegal_move`
 */
export const strikeTraining = (
  state: Volunteer,
  input: { course: Course; reason: string },
  now: Instant,
): VolunteerFactBody[] => {
  mustBeHere(state)
  if (trainingOf(state, input.course) === null) throw new Refusal('nothing_to_change')
  return [{ type: 'volunteer.trained', data: { ...input, until: now } }]
}

/** The limit on duty that counts for him, in seconds within 24 hours: the agency's, or his own where that is lower. */
export const dutyLimitOf = (ownS: number | null, agencyS: number): number =>
  Math.min(agencyS, ownS ?? agencyS)

/** Sets his own duty limit, or takes it away. @throws Refusal `nothing_to_change`, `illegal_move` */
export const limitDuty = (state: Volunteer, dutyLimitS: number | null): VolunteerFactBody[] => {
  mustBeHere(state)
  if ((state.dutyLimitS ?? null) === dutyLimitS) throw new Refusal('nothing_to_change')
  return [{ type: 'volunteer.duty_limited', data: { dutyLimitS } }]
}
