import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import { policyAt } from '#contracts/domain/policy/speed.ts'
import { assumedHabits, type Habits } from './habits.ts'
import type { OpenIncident, RoundInput } from './types.ts'

/** When, by which rules and with which people a round is planned. */
export interface Frame {
  now: Date
  policy: MatchPolicy
  habits: Habits
  /** How invented people answer, in drills. */
  drillHabits: Habits
  /** The solver is chosen by the size of the round: so did releases before, whose rounds are replayed. */
  isBySize: boolean
  /**
   * So did releases before, whose rounds are replayed: a silent offer counted whole against `mostPerSlot`, which a fixed number
   * per slot did not know; a chance of 0 was enough for a slot that nobody is asked for; and somebody with several records was asked through
   * the freshest; the reasons told less (`too_far` by
   * any cost, `claimed` of those asked for this very need, what would help of stalled needs alone).
   */
  isByFirstRules: boolean
}

/** The rules are those of the hour and of the weather: everybody is as fast as these let him be. */
export const frameOf = ({
  now,
  policy,
  habits,
  drillHabits,
  isBySize,
  isByFirstRules,
}: Omit<RoundInput, 'incidents' | 'candidates'>): Frame => {
  const own = habits ?? assumedHabits(policy)
  return {
    now,
    policy: policyAt(policy, now.toISOString()),
    habits: own,
    drillHabits: drillHabits ?? own,
    isBySize: isBySize === true,
    isByFirstRules: isByFirstRules === true,
  }
}

/** The same with the habits of those whom this incident may ask. */
export const frameFor = ({ drill }: Pick<OpenIncident, 'drill'>, frame: Frame): Frame =>
  drill ? { ...frame, habits: frame.drillHabits } : frame
