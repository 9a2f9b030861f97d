import { peopleStates, type MapVolunteer } from '../../../dashboard/src/map/model.ts'
import { randomOf } from '../../../local/simulator/random.ts'

/** The middle of Kupang; everybody stays within this many degrees of it, so that all are in view. */
export const MIDDLE = { lat: -10.17, lng: 123.61 }
export const HALF = { lat: 0.045, lng: 0.085 }
/** Degrees a second: about 40 km/h. */
const SPEED = 0.0001

/** People who drive straight on and turn at the edge; the same seed plays the same crowd. */
export const createCrowd = (count: number, seed: number, now: number) => {
  const random = randomOf(seed, 'movers')
  const within = (half: number): number => (2 * random() - 1) * half
  const lats = Float64Array.from({ length: count }, () => MIDDLE.lat + within(HALF.lat))
  const lngs = Float64Array.from({ length: count }, () => MIDDLE.lng + within(HALF.lng))
  const north = Float64Array.from({ length: count }, () => within(SPEED))
  const east = Float64Array.from({ length: count }, () => within(SPEED))
  const volunteers = Array.from({ length: count }, (_, index): MapVolunteer => ({
    id: `vol_${String(index)}`,
    state: peopleStates[index % peopleStates.length] ?? 'on_duty',
    source: 'live',
    lat: lats[index] ?? 0,
    lng: lngs[index] ?? 0,
    at: new Date(now - random() * 1_800_000).toISOString(),
    areaCode: null,
  }))
  return { volunteers, lats, lngs, north, east }
}
export type Crowd = ReturnType<typeof createCrowd>

/** How far from `at` somebody may go to each side, and how far he goes in a second. */
export interface Line {
  at: number
  half: number
}

/** Each of `places` goes on by its speed for so many seconds, and turns at the edge. `from` and `step` pick one axis of several. */
export const drive = (
  places: Float32Array | Float64Array,
  speeds: Float64Array,
  seconds: number,
  { at, half }: Line,
  [from, step]: readonly [number, number] = [0, 1],
): void => {
  for (let one = 0, index = from; one < speeds.length; one++, index += step) {
    const away = places[index]! - at
    if (away > half) speeds[one] = -Math.abs(speeds[one]!)
    else if (away < -half) speeds[one] = Math.abs(speeds[one]!)
    places[index] = places[index]! + speeds[one]! * seconds
  }
}
