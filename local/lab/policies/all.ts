import type { PolicyMaker } from '../search/view.ts'
import { ours } from './ours.ts'
import { broadcast, replacing } from './published.ts'
import { everybody } from './withdraw.ts'

/**
 * The policies of the single searches (Density, Taxi). In the first group a yes stops nobody who could be there sooner, as
 * matching.md counts it; in the second the first yes takes the slot and all others are called off, as the product does.
 */
export const searchPolicies: Readonly<Record<string, PolicyMaker>> = {
  'one at a time': replacing(1),
  'broadcast 20': broadcast(20),
  '3 + replace': replacing(3),
  '7 + replace': replacing(7),
  ours: ours({ fill: 'quickest_yes' }),
  'ours, sparing': ours({ fill: 'quickest_yes', price: 0.15 }),
  '3 + replace, first yes': replacing(3, everybody),
  '7 + replace, first yes': replacing(7, everybody),
  'ours, first yes': ours({ fill: 'first_yes' }),
  'ours, sparing, first yes': ours({ fill: 'first_yes', price: 0.15 }),
}

/** Points of the trade-off between alerts and arrival: the price of an alert in mean replies. */
export const curvePrices = [0.02, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6] as const
export const curveName = (price: number): string => `ours at ${price}`
/** The same where the first yes takes the slot; 0.04 and 0.15 are policies of their own above. */
const firstYesPrices = [0.02, 0.08, 0.3] as const
const firstYesName = (price: number): string => `ours, first yes at ${price}`

const named = (
  prices: readonly number[],
  name: (price: number) => string,
  fill: 'quickest_yes' | 'first_yes',
): Record<string, PolicyMaker> =>
  Object.fromEntries(prices.map((price) => [name(price), ours({ fill, price })]))

export const quickestCurve = named(curvePrices, curveName, 'quickest_yes')
export const firstYesCurve = named(firstYesPrices, firstYesName, 'first_yes')

/** Which policies lie on one line, by rising price. */
export const searchCurves = [
  { title: 'ours, by price', policies: curvePrices.map(curveName) },
  {
    title: 'ours, first yes, by price',
    policies: [
      firstYesName(0.02),
      'ours, first yes',
      firstYesName(0.08),
      'ours, sparing, first yes',
      firstYesName(0.3),
    ],
  },
] as const
