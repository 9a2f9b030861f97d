import { foreseeing, sticking, together } from './together.ts'
import type { CityPolicy } from './view.ts'

/** Points of the trade-off between swaps and arrival: what a swap of an open offer has to win. */
export const swapSeconds = [30, 60, 120, 300] as const
export const swapName = (seconds: number): string => `ours, a swap wins ${seconds} s`

/** The same, holding people back: a call of the last two minutes counts as 0.6 of one to come. Chosen on seeds 101 to 103. */
const foresight = { lookS: 120, part: 0.6 }
export const foresightSeconds = [0, 30, 60] as const
export const foresightName = (seconds: number): string =>
  seconds === 0 ? 'ours, foresight' : `ours, foresight, a swap wins ${seconds} s`

/** Which policies lie on one line, by rising seconds. */
export const cityCurves = [
  { title: 'ours, by what a swap must win', policies: ['ours', ...swapSeconds.map(swapName)] },
  { title: 'with foresight', policies: foresightSeconds.map(foresightName) },
] as const

export const cityPolicies: Readonly<Record<string, CityPolicy>> = {
  'one at a time (greedy)': { asks: 1, replan: null },
  'broadcast 20': { asks: 20, replan: null },
  '3 + replace': { asks: 3, replan: null },
  '7 + replace': { asks: 7, replan: null },
  ours: { asks: 1, replan: together },
  ...Object.fromEntries(
    swapSeconds.map((seconds) => [swapName(seconds), { asks: 1, replan: sticking(seconds) }] as const),
  ),
  ...Object.fromEntries(
    foresightSeconds.map(
      (seconds) =>
        [foresightName(seconds), { asks: 1, replan: foreseeing({ seconds, ...foresight }) }] as const,
    ),
  ),
}
