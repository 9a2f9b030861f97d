import { plusSeconds, type Instant } from '../instant.ts'
import type { MatchPolicy } from '../policy/settings.ts'
import type { TaskType } from '../words.ts'
import { mayServe } from './fitness.ts'
import { dutySeconds, type Volunteer } from './state.ts'

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

/** Every rule that speaks against sending him for this task now. `lastTaskAt`: when his last task ended; null: long ago, or it does not matter. */
export const rulesAgainst = (
  volunteer: Volunteer,
  task: TaskType,
  now: Instant,
  { demands, dutyLimitS, restS }: Pick<MatchPolicy, 'demands' | 'dutyLimitS' | 'restS'>,
  lastTaskAt: Instant | null,
): RuleCode[] => {
  const papersOnly = { ...volunteer, dutyLimitS: null }
  // Whose insurance is in order may still lack a training.
  const papers = [papersOnly, { ...papersOnly, insuredUntil: FOR_EVER }].map((one) =>
    mayServe(one, task, now, demands),
  )
  const limitS = Math.min(dutyLimitS, volunteer.dutyLimitS ?? Infinity)
  const codes = [
    ...papers,
    dutySeconds(volunteer, now) >= limitS ? 'duty_limit' : null,
    lastTaskAt !== null && plusSeconds(lastTaskAt, restS) > now ? 'resting' : null,
  ]
  return [...new Set(codes)].filter(isRule)
}
