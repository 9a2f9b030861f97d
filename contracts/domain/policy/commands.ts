import { differencesBetween, type Difference } from '../difference.ts'
import type { Instant } from '../instant.ts'
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

/** Nobody remembers to switch the rain off, and rain that is over before it is set slows nobody down. */
const isEndless = (
  { weather, weatherUntil }: Pick<PolicySettings, 'weather' | 'weatherUntil'>,
  now: Instant,
): boolean => weather !== 'fair' && (weatherUntil === null || weatherUntil <= now)

/** Fair weather has no end: the next rain must not be over before it begins. */
const whole = (settings: PolicySettings, change: Partial<PolicySettings>): Partial<PolicySettings> => {
  const isSaid = 'weather' in change || 'weatherUntil' in change
  return isSaid && (change.weather ?? settings.weather) === 'fair'
    ? { ...change, weatherUntil: null }
    : change
}

/**
 * Changes how the agency asks from now on. The first change also records what it began with.
 * @throws Refusal `outdated` when somebody else changed it meanwhile, `nothing_to_change`, `weather_end` for weather that slows
 * people down and has no end, or one that has passed
 */
export const changePolicy = (
  state: Policy | null,
  { expected, change: said, reason }: PolicyChange,
  now: Instant,
): PolicyFactBody[] => {
  const { number, settings } = state ?? { number: FIRST_NUMBER, settings: firstPolicy.settings }
  if (number !== expected) throw new Refusal('outdated', { present: number })
  const change = whole(settings, said)
  const differences = differencesOf(settings, change)
  if (differences.length === 0) throw new Refusal('nothing_to_change')
  if (isEndless({ ...settings, ...change }, now) && ('weather' in change || 'weatherUntil' in change))
    throw new Refusal('weather_end')
  const adopted: PolicyFactBody = { type: 'policy.adopted', data: { number: FIRST_NUMBER, settings } }
  return [
    ...(state === null ? [adopted] : []),
    { type: 'policy.changed', data: { number: number + 1, differences, reason } },
  ]
}
