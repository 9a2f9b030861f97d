import { random } from '../../worker/matching/problems.ts'

/** A slot or a volunteer of a workload. */
export interface Spot {
  lat: number
  lng: number
}

/** The square of the City workload (matching.md section 7), 40 × 40 km, laid around Kupang. */
const SIDE_M = 40_000
const ORIGIN: Spot = { lat: -10.35, lng: 123.45 }
const DEGREE_M = 111_195
const CLUSTERS = [
  [0.3, 0.4],
  [0.5, 0.5],
  [0.7, 0.6],
] as const
const SIGMA_M = 1_500
const HOT_SHARE = 0.8

/** A point of the square, from metres east and north of its corner. */
const spot = (x: number, y: number): Spot => ({
  lat: ORIGIN.lat + y / DEGREE_M,
  lng: ORIGIN.lng + x / (DEGREE_M * Math.cos((ORIGIN.lat * Math.PI) / 180)),
})

const inside = (value: number): number => Math.min(SIDE_M, Math.max(0, value))

/** Points anywhere in the square. */
export const uniformSpots = (count: number, seed: number): Spot[] => {
  const next = random(seed)
  return Array.from({ length: count }, () => spot(next() * SIDE_M, next() * SIDE_M))
}

/** 80 % of the points in three Gaussian clusters, the rest anywhere. */
export const hotSpots = (count: number, seed: number): Spot[] => {
  const next = random(seed)
  const gauss = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return Array.from({ length: count }, () => {
    const [cx, cy] = CLUSTERS[Math.floor(next() * CLUSTERS.length)] ?? CLUSTERS[0]
    if (next() >= HOT_SHARE) return spot(next() * SIDE_M, next() * SIDE_M)
    return spot(inside(cx * SIDE_M + gauss() * SIGMA_M), inside(cy * SIDE_M + gauss() * SIGMA_M))
  })
}
