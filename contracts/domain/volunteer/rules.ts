import { plusSeconds, type Instant } from '../instant.ts'
import type { MatchPolicy } from '../policy/settings.ts'
import type { TaskType } from '../words.ts'
import { mayServe } from './fitness.ts'
import { dutySeconds, dutySecondsOf, type Volunteer } from './state.ts'

/** What a round would not ask somebody for, though he is on duty and his vehicle and skills fit. Stored in facts: add, never rename. */
export const ruleCodes = [
  'insurance_expired',
  'training_expired',
  'no_insurance',
  'no_training',
  'duty_limit',
  'resting',
] as const
export type RuleCode = (typeof ruleCodes)[number]

const isRule = (code: string | null): code is RuleCode => ruleCodes.some((one) => one === code)

const FOR_EVER: Instant = '9999-12-31T00:00:00.000Z'

/** What holds for a person whichever of his records he is sent through. */
export interface Person {
  /** All of them, this one among them. */
  records: readonly Volunteer[]
  /** When his last task ended; null: long ago, or it does not matter. */
  lastTaskAt: Instant | null
}

const isOverOwnLimit = (record: Volunteer, now: Instant): boolean =>
  record.dutyLimitS != null && dutySeconds(record, now) >= record.dutyLimitS

/** Every rule that speaks against sending him for this task now: papers of this record, rest and hours of the person. */
export const rulesAgainst = (
  volunteer: Volunteer,
  task: TaskType,
  now: Instant,
  { demands, dutyLimitS, restS }: Pick<MatchPolicy, 'demands' | 'dutyLimitS' | 'restS'>,
  { records, lastTaskAt }: Person,
): RuleCode[] => {
  const papersOnly = { ...volunteer, dutyLimitS: null }
  // Whose insurance is in order may still lack a training.
  const papers = [papersOnly, { ...papersOnly, insuredUntil: FOR_EVER }].map((one) =>
    mayServe(one, task, now, demands),
  )
  const isOverLimit =
    dutySecondsOf(records, now) >= dutyLimitS || records.some((record) => isOverOwnLimit(record, now))
  const codes = [
    ...papers,
    isOverLimit ? 'duty_limit' : null,
    lastTaskAt !== null && plusSeconds(lastTaskAt, restS) > now ? 'resting' : null,
  ]
  return [...new Set(codes)].filter(isRule)
}
