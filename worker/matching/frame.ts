import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import { policyAt } from '#contracts/domain/policy/speed.ts'
import { assumedHabits, type Habits } from './habits.ts'
import type { RoundInput } from './types.ts'

/** When, by which rules and with which people a round is planned. */
export interface Frame {
  now: Date
  policy: MatchPolicy
  habits: Habits
  /** The solver is chosen by the size of the round: so did releases before, whose rounds are replayed. */
  isBySize: boolean
}

/** The rules are those of the hour and of the weather: everybody is as fast as these let him be. */
export const frameOf = ({
  now,
  policy,
  habits,
  isBySize,
}: Omit<RoundInput, 'incidents' | 'candidates'>): Frame => ({
  now,
  policy: policyAt(policy, now.toISOString()),
  habits: habits ?? assumedHabits(policy),
  isBySize: isBySize === true,
})
