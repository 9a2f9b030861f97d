import { cityLimits, MOST_SWAPS } from '../city/limits.ts'
import { cityCurves } from '../city/policies.ts'
import { searchCurves } from '../policies/all.ts'
import { valueOf, type Summary } from './summary.ts'

/** Policies that differ in one number: a trade-off, in the order of that number. */
export interface Curve {
  title: string
  policies: readonly string[]
}

export const isCity = (workload: string): boolean => workload.startsWith('City')

export const curvesOf = (workload: string): readonly Curve[] => {
  if (isCity(workload)) return cityCurves
  return workload.startsWith('Seroja') ? [] : searchCurves
}

/** What is wanted of a city, the best that was reached within the swaps allowed, and why it is no better. */
export const cityWhy = (workload: string, own: readonly Summary[]): string => {
  const limit = cityLimits[workload]
  const reached = own.flatMap(({ policy }) => {
    const over = valueOf(own, workload, policy, 'overBound')?.mean
    const swaps = valueOf(own, workload, policy, 'swapsPerIncident')?.mean
    return over === undefined || swaps === undefined || policy === 'clairvoyant bound'
      ? []
      : [{ policy, over, swaps }]
  })
  const least = (of: typeof reached) => of.toSorted((a, b) => a.over - b.over)[0]
  const [best, allowed] = [least(reached), least(reached.filter(({ swaps }) => swaps <= MOST_SWAPS))]
  if (best === undefined) return ''
  const said = ({ policy, over, swaps }: typeof best) =>
    `${over.toFixed(3)} with ${swaps.toFixed(2)} swaps (${policy})`
  const lines = [
    `Lowest: ${said(best)}.`,
    allowed === undefined
      ? `Nothing stays within ${MOST_SWAPS} swaps per incident.`
      : `Within ${MOST_SWAPS} swaps: ${said(allowed)}.`,
    limit === undefined ? 'Nothing is wanted of this city.' : verdictOn(limit, allowed?.over, best.over),
    'Every plan of the open calls is exact, so no solver gets lower. The bound knows all calls of the ten minutes before the first is ' +
      'answered; here half of them come after the first minute, and whoever has set out by then does not come back. Only holding people ' +
      'back for calls that may come (foresight) goes below, and calling off fewer people costs way: the curves.',
  ]
  return lines.join(' ')
}

const verdictOn = (limit: number, allowed: number | undefined, best: number): string => {
  if (allowed !== undefined && allowed <= limit) return `Wanted: ${limit}, reached within the swaps allowed.`
  return best <= limit
    ? `Wanted: ${limit}, reached only by more swaps than are allowed.`
    : `Wanted: ${limit}, missed by every policy.`
}
