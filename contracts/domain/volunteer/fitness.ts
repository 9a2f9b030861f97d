import type { Instant } from '../instant.ts'
import { Refusal } from '../refusal.ts'
import type { TaskType } from '../words.ts'
import type { VolunteerFactBody, VolunteerFactOf } from './facts.ts'
import { dutySeconds, type Volunteer } from './state.ts'

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

type Validity = 'valid' | 'expired' | 'none'
const validity = (until: Instant | null | undefined, now: Instant): Validity => {
  if (until === undefined || until === null) return 'none'
  return until > now ? 'valid' : 'expired'
}

/** A training without an end counts as valid. */
const advancedTraining = ({ trainings = [] }: Volunteer, now: Instant): Validity => {
  const held = trainings.find(({ course }) => course === 'lanjutan')
  return held?.until === null ? 'valid' : validity(held?.until, now)
}

const basicTraining = (volunteer: Volunteer, now: Instant): Validity => {
  const isForEver = volunteer.trainings?.some(({ course, until }) => course === 'dasar' && until === null)
  return isForEver === true && volunteer.trainedUntil === null
    ? 'valid'
    : validity(volunteer.trainedUntil, now)
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
    basicTraining(volunteer, now),
    ...(task !== null && advanced.has(task) ? [advancedTraining(volunteer, now)] : []),
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
  data: VolunteerFactOf<'volunteer.trained'>['data'],
): VolunteerFactBody[] => {
  mustBeHere(state)
  const held = state.trainings?.find(({ course }) => course === data.course)
  if (held !== undefined && held.until === data.until) throw new Refusal('nothing_to_change')
  return [{ type: 'volunteer.trained', data }]
}

/** Sets his own duty limit, or takes it away. @throws Refusal `nothing_to_change`, `illegal_move` */
export const limitDuty = (state: Volunteer, dutyLimitS: number | null): VolunteerFactBody[] => {
  mustBeHere(state)
  if ((state.dutyLimitS ?? null) === dutyLimitS) throw new Refusal('nothing_to_change')
  return [{ type: 'volunteer.duty_limited', data: { dutyLimitS } }]
}
