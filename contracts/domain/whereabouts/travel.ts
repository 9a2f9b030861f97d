import type { Vehicle } from '../words.ts'
import type { MatchPolicy } from '../policy/settings.ts'

/** Whole seconds that a vehicle needs for `straightM` metres as the crow flies: × detour ÷ speed. */
export const travelS = (straightM: number, vehicle: Vehicle, policy: MatchPolicy): number => {
  const metresPerS = (policy.kmh[vehicle] * policy.slowFactor) / 3.6
  return Math.round((straightM * policy.detour) / metresPerS)
}
