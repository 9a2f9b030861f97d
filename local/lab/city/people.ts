import { between, normal, pick, type Random } from '../../simulator/random.ts'

/** Kilometres from the south-west corner. */
export interface Spot {
  x: number
  y: number
}

export interface CityKind {
  name: string
  hot: boolean
  volunteers: number
}

/** One day of the City workload: who is where, and when each incident is reported. */
export interface CityDay {
  volunteers: Spot[]
  /** By time. */
  incidents: (Spot & { atS: number })[]
}

const SIDE_KM = 40
const INCIDENTS = 600
const LASTS_S = 600
const HOT = 0.8
const SIGMA_KM = 1.5
const CLUSTERS = [
  { x: 0.3, y: 0.4 },
  { x: 0.5, y: 0.5 },
  { x: 0.7, y: 0.6 },
] as const

const anywhere = (random: Random): Spot => ({
  x: between(random, 0, SIDE_KM),
  y: between(random, 0, SIDE_KM),
})

const inCluster = (random: Random): Spot => {
  const centre = pick(random, CLUSTERS)
  const off = () => SIGMA_KM * normal(random)
  return { x: centre.x * SIDE_KM + off(), y: centre.y * SIDE_KM + off() }
}

/** 600 incidents in 10 minutes, half of them in the first. */
export const aCityDay = (random: Random, { hot, volunteers }: CityKind): CityDay => {
  const incidents = Array.from({ length: INCIDENTS }, (_, n) => ({
    ...(hot && random() < HOT ? inCluster(random) : anywhere(random)),
    atS: n < INCIDENTS / 2 ? between(random, 0, 60) : between(random, 60, LASTS_S),
  }))
  return {
    volunteers: Array.from({ length: volunteers }, () => anywhere(random)),
    incidents: incidents.sort((a, b) => a.atS - b.atS),
  }
}
