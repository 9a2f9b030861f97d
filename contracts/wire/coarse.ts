import type { Locale } from './labels/labels.ts'

/**
 * What somebody may hear before he accepts. He is told the place as the middle of a 500 m square, and he knows where he is
 * himself: how far and how long must not tell more than that square does.
 */
const KM = 1000
/** On a motorcycle in the city this is about 600 m as the crow flies. */
const STEP_S = 120

/** "kurang dari 1 km", "sekitar 2 km": whole kilometres only. */
export const coarseDistance = (metres: number, locale: Locale = 'id'): string => {
  if (metres < KM) return locale === 'id' ? 'kurang dari 1 km' : 'less than 1 km'
  const km = Math.round(metres / KM)
  return locale === 'id' ? `sekitar ${km} km` : `about ${km} km`
}

/** Seconds on the way, rounded up to two minutes. */
export const coarseEtaS = (etaS: number): number => Math.max(1, Math.ceil(etaS / STEP_S)) * STEP_S
