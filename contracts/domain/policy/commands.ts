import { differencesBetween, type Difference } from '../difference.ts'
import { Refusal } from '../refusal.ts'
import { FIRST_NUMBER, firstPolicy, type Policy, type PolicyFactBody } from './policy.ts'
import { PolicySettings } from './settings.ts'

/** What a person wants otherwise; `expected`: the number of the policy that he has before his eyes. */
export interface PolicyChange {
  expected: number
  change: Partial<PolicySettings>
  reason: { textId: string; digest: string }
}

/** Field by field. */
export const differencesOf = (present: PolicySettings, change: Partial<PolicySettings>): Difference[] =>
  differencesBetween(present, PolicySettings.partial().parse(change))

/** Nobody remembers to switch the rain off. */
const isEndless = ({ weather, weatherUntil }: Pick<PolicySettings, 'weather' | 'weatherUntil'>): boolean =>
  weather !== 'fair' && weatherUntil === null

/**
 * Changes how the agency asks from now on. The first change also records what it began with.
 * @throws Refusal `outdated` when somebody else changed it meanwhile, `nothing_to_change`, `weather_end` for weather that slows
 * people down and has no end
 */
export const changePolicy = (
  state: Policy | null,
  { expected, change, reason }: PolicyChange,
): PolicyFactBody[] => {
  const { number, settings } = state ?? { number: FIRST_NUMBER, settings: firstPolicy.settings }
  if (number !== expected) throw new Refusal('outdated', { present: number })
  const differences = differencesOf(settings, change)
  if (differences.length === 0) throw new Refusal('nothing_to_change')
  if (isEndless({ ...settings, ...change }) && ('weather' in change || 'weatherUntil' in change))
    throw new Refusal('weather_end')
  const adopted: PolicyFactBody = { type: 'policy.adopted', data: { number: FIRST_NUMBER, settings } }
  return [
    ...(state === null ? [adopted] : []),
    { type: 'policy.changed', data: { number: number + 1, differences, reason } },
  ]
}
