import type { Row } from '../timing.ts'
import { runEvents } from './events.ts'
import { spreadOf, WARM_PAIRS } from '../timing.ts'
import { uniformSpots } from './workloads.ts'

/** By how much something grows for each doubling of the volunteers. */
export interface Growth {
  name: string
  target: string
  sizes: number[]
  ms: number[]
  perDoubling: number
}

const growthOf = (name: string, target: string, sizes: number[], ms: number[]): Growth => {
  const doublings = Math.log2((sizes.at(-1) ?? NaN) / (sizes[0] ?? NaN))
  return { name, target, sizes, ms, perDoubling: ((ms.at(-1) ?? NaN) / (ms[0] ?? NaN)) ** (1 / doublings) }
}

/** From the rows of `benchNearest`, smallest first. */
export const growthOfNearest = (sizes: number[], rows: readonly Row[]): Growth[] => [
  growthOf(
    '10 nearest',
    '≤ 1.15x',
    sizes,
    rows.map(({ ms }) => ms.median),
  ),
  growthOf(
    'GEOSEARCH (control)',
    '≥ 1.6x',
    sizes,
    rows.map(({ baselineMs }) => baselineMs.median),
  ),
]

/** One event of a standing assignment of so many slots, while the volunteers double. */
export const growthOfEvents = (slots: number, sizes: number[], pairs: number, seed: number): Growth => {
  const cities = sizes.map((size) =>
    runEvents(uniformSpots(slots, seed), uniformSpots(size, seed + 1), 200, seed),
  )
  // Size by size, to and fro: the code is as warm for the smallest as for the largest. The first rounds count for none.
  const rounds = Array.from({ length: pairs + WARM_PAIRS }, (_, round) => {
    const order = [...cities.keys()]
    if (round % 2 === 1) order.reverse()
    const ms = new Map(order.map((city) => [city, cities[city]!.timed(200)]))
    return sizes.map((_, city) => ms.get(city) ?? NaN)
  }).slice(WARM_PAIRS)
  const ms = sizes.map((_, city) => spreadOf(rounds.map((times) => times[city] ?? NaN)).median)
  return growthOf(`one event, ${slots} slots`, '≤ 1.0x', sizes, ms)
}
