import type { CityDay } from './people.ts'
import type { Roads } from './view.ts'

const DETOUR = 1.45
const KMH = 28

/** Whole milliseconds, so that sums are exact. */
const travelMs = (km: number): number => Math.round(((km * DETOUR) / KMH) * 3_600_000)

/** The ways of a day; the order around an incident is worked out when it is first asked for. */
export const roadsOf = ({ incidents, volunteers }: CityDay): Roads => {
  const ways = incidents.map(({ x, y }) =>
    Int32Array.from(volunteers, (volunteer) => travelMs(Math.hypot(volunteer.x - x, volunteer.y - y))),
  )
  const orders = new Map<number, Uint32Array>()
  const costMs = (incident: number, volunteer: number): number => ways[incident]![volunteer]!
  const orderOf = (incident: number): Uint32Array => {
    const known = orders.get(incident)
    if (known) return known
    const own = ways[incident]!
    // Cost and index in one number: sorted without a comparator. Both fit: 2^53 is far above ms × volunteers.
    const keys = Float64Array.from(own, (ms, volunteer) => ms * own.length + volunteer).sort()
    const order = Uint32Array.from(keys, (key) => key % own.length)
    orders.set(incident, order)
    return order
  }
  return {
    volunteers: volunteers.length,
    costMs,
    travelS: (incident, volunteer) => costMs(incident, volunteer) / 1000,
    nearestFree: (incident, count, isFree) => {
      const found: number[] = []
      for (const volunteer of orderOf(incident)) {
        if (found.length >= count) break
        if (isFree(volunteer)) found.push(volunteer)
      }
      return found
    },
  }
}
