import { weatherAt, type Speeds, type Weather } from '#contracts/domain/policy/speed.ts'
import type { Instant } from '#contracts/domain/instant.ts'

export interface WeatherInForce {
  weather: Exclude<Weather, 'fair'>
  /** The part of the usual speed that is left, 0 to 1. */
  speed: number
  /** Null: until somebody says otherwise. */
  until: Instant | null
}

/** The weather that travel times count at a moment; null when it slows nobody down. */
export const weatherInForce = (settings: Speeds, now: number): WeatherInForce | null => {
  const weather = weatherAt(settings, new Date(now).toISOString())
  if (weather === 'fair') return null
  return { weather, speed: settings.speedIn[weather], until: settings.weatherUntil }
}
