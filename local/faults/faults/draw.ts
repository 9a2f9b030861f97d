import type { Chance } from '../chance.ts'
import type { Ground } from '../ground/ground.ts'
import type { Fault } from './fault.ts'
import { linkFaults, REPLIES_TO_APIS } from './links.ts'
import { partnerFaults } from './partners.ts'
import { processFaults } from './processes.ts'
import { storeFaults } from './stores.ts'

export const catalogue: readonly Fault[] = [...processFaults, ...storeFaults, ...linkFaults, ...partnerFaults]

/** Two at once that hide each other's cure: each has hurt platforms like ours. */
const pairs: readonly (readonly [string, string])[] = [
  ['kill redis', 'kill worker-1'],
  ['empty redis', 'kill both workers'],
  ['kill mongo', 'freeze worker-1'],
  ['kill mongo', 'kill api-1'],
  ['replies lost after the commit: lines to mongo', 'kill api-2'],
  ['replies lost after the commit: lines to mongo', 'reset: lines to apis'],
  ['freeze worker-1', 'partners failing'],
  ['freeze redis', 'replies lost after the commit: lines to mongo'],
  ['clock of worker-1 +10 min', 'kill worker-2'],
  ['freeze api-1', 'kill api-2'],
  ['half-open: lines to redis', 'kill mongo'],
  ['partners slow', 'kill worker-2'],
]
/** Longer than a quick cycle has time for: in a long run one time in so many. */
const LONG_MS = 9000
const LONG_ONE_IN = 8
const PAIRED_PERCENT = 25
/** So often, beginning with the second cycle, what makes repeated operations sure: a run without them proves nothing. */
const SURELY_REPEATED_EVERY = 8

const named = (name: string): Fault => {
  const fault = catalogue.find((one) => one.name === name)
  if (fault === undefined) throw new Error(`no fault is called "${name}"`)
  return fault
}

/** What goes wrong in one cycle: a pair with a name, or one by chance. The cycles of a run go round the kinds first. */
export const draw = (
  chance: Chance,
  cycle: number,
  ground: Ground,
  only: readonly string[] = [],
): Fault[] => {
  const possible = (fault: Fault): boolean => fault.isPossible?.(ground) ?? true
  if (only.length > 0) return only.map(named)
  if (cycle % SURELY_REPEATED_EVERY === 2) return [named(REPLIES_TO_APIS)]
  const pair = chance.pick(pairs)
  if (chance.oneIn(PAIRED_PERCENT)) return pair.map(named)
  const kinds = [...new Set(catalogue.map(({ about }) => about))]
  const kind = kinds[cycle % kinds.length]
  const quick = catalogue.filter(
    (fault) =>
      fault.about === kind &&
      possible(fault) &&
      (fault.lastsMs[1] <= LONG_MS || chance.int(LONG_ONE_IN) === 0),
  )
  return [chance.pick(quick.length > 0 ? quick : catalogue.filter(possible))]
}
