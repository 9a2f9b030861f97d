import { sticking, together } from './together.ts'
import type { CityPolicy } from './view.ts'

/** Points of the trade-off between swaps and arrival: what a swap of an open offer has to win. */
export const swapSeconds = [30, 60, 120, 300] as const
export const swapName = (seconds: number): string => `ours, a swap wins ${seconds} s`

export const cityPolicies: Readonly<Record<string, CityPolicy>> = {
  'one at a time (greedy)': { asks: 1, replan: null },
  'broadcast 20': { asks: 20, replan: null },
  '3 + replace': { asks: 3, replan: null },
  '7 + replace': { asks: 7, replan: null },
  ours: { asks: 1, replan: together },
  ...Object.fromEntries(
    swapSeconds.map((seconds) => [swapName(seconds), { asks: 1, replan: sticking(seconds) }] as const),
  ),
}
