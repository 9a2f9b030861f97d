import type { Instant } from '../instant.ts'
import { witaHour } from '../wita.ts'
import type { MatchPolicy } from './settings.ts'

/** Hours of a day in Kupang with the same traffic: school and offices begin between six and nine, and end between four and seven. */
export const dayParts = ['00-06', '06-09', '09-16', '16-19', '19-24'] as const
export type DayPart = (typeof dayParts)[number]
/** The first hour of each part after the first. */
const BEGINNINGS = [6, 9, 16, 19]

export const weathers = ['fair', 'heavy_rain', 'cyclone'] as const
export type Weather = (typeof weathers)[number]

/** What makes everybody slower: parts of the usual speed. */
export type Speeds = Pick<MatchPolicy, 'speedAt' | 'weather' | 'weatherUntil' | 'speedIn'>

/** As fast at any hour and in any weather: what a policy means that is older than these settings. */
export const ALWAYS_AS_FAST: Speeds = {
  speedAt: { '00-06': 1, '06-09': 1, '09-16': 1, '16-19': 1, '19-24': 1 },
  weather: 'fair',
  weatherUntil: null,
  speedIn: { heavy_rain: 1, cyclone: 1 },
}

/** The part of the day that a local hour (0 to 23) lies in. */
export const dayPartOf = (localHour: number): DayPart =>
  dayParts[BEGINNINGS.filter((hour) => hour <= localHour).length] ?? '00-06'

/** What the agency says of the weather, until the moment it said. */
export const weatherAt = ({ weather, weatherUntil }: Speeds, at: Instant): Weather =>
  weatherUntil === null || at < weatherUntil ? weather : 'fair'

/** Slower than this nobody is, whatever comes together: the least that the settings allow too. */
export const LEAST_SPEED = 0.05

/** The policy with the hour and the weather of a moment in its `slowFactor`; the same where they slow nobody down. */
export const policyAt = (policy: MatchPolicy, at: Instant): MatchPolicy => {
  const weather = weatherAt(policy, at)
  const inWeather = weather === 'fair' ? 1 : policy.speedIn[weather]
  const factor = policy.speedAt[dayPartOf(witaHour(at))] * inWeather
  return factor === 1 ? policy : { ...policy, slowFactor: Math.max(LEAST_SPEED, policy.slowFactor * factor) }
}
