import { chanceOf, type Chance } from '../chance.ts'
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
/** Longer than a short run has time for. */
const LONG_MS = 9000
/** So often, beginning with the second cycle, what makes repeated operations sure: a run without them proves nothing. */
const SURELY_REPEATED_EVERY = 8
const isSure = (cycle: number): boolean => cycle % SURELY_REPEATED_EVERY === 2

const named = (name: string): Fault => {
  const fault = catalogue.find((one) => one.name === name)
  if (fault === undefined) throw new Error(`no fault is called "${name}"`)
  return fault
}

interface Card {
  about: string
  faults: readonly Fault[]
}
const deck: readonly Card[] = [
  ...catalogue
    .filter(({ name }) => name !== REPLIES_TO_APIS)
    .map((fault) => ({ about: fault.about, faults: [fault] })),
  ...pairs.map((pair) => ({ about: 'pair', faults: pair.map(named) })),
]
const isQuick = ({ faults }: Card): boolean => faults.every(({ lastsMs }) => lastsMs[1] <= LONG_MS)

/** So many cycles, and every fault and every pair has had its turn; a run of fewer leaves the long ones out. */
export const ROUND = Math.ceil((deck.length * SURELY_REPEATED_EVERY) / (SURELY_REPEATED_EVERY - 1)) + 1

const inAnyOrder = (cards: readonly Card[], chance: Chance): Card[] =>
  cards
    .map((card) => ({ card, by: chance.next() }))
    .toSorted((a, b) => a.by - b.by)
    .map(({ card }) => card)

/** All cards in an order that the chance draws, each kind spread evenly over it. */
const shuffled = (cards: readonly Card[], chance: Chance): Card[] => {
  const kinds = [...new Set(cards.map(({ about }) => about))]
  return kinds
    .flatMap((kind) => {
      const own = inAnyOrder(
        cards.filter(({ about }) => about === kind),
        chance,
      )
      const offset = chance.next()
      return own.map((card, i) => ({ card, at: (i + offset) / own.length }))
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({ card }) => card)
}

/** How many of the cycles before this one drew from the cards. */
const drawnBefore = (cycle: number): number => {
  const sure = Math.floor((cycle - 1 + SURELY_REPEATED_EVERY - 2) / SURELY_REPEATED_EVERY)
  return cycle - 1 - sure
}

/**
 * What goes wrong in each cycle of a run: everything in turn, in an order that follows from the seed of the run; or always what
 * was asked for.
 */
export const createDraw =
  ({ seed, cycles, only }: { seed: number; cycles: number; only: readonly string[] }) =>
  (cycle: number, ground: Ground): readonly Fault[] => {
    if (only.length > 0) return only.map(named)
    if (isSure(cycle)) return [named(REPLIES_TO_APIS)]
    const possible = deck.filter(
      (card) =>
        (cycles >= ROUND || isQuick(card)) &&
        card.faults.every((fault) => fault.isPossible?.(ground) ?? true),
    )
    const nth = drawnBefore(cycle)
    const order = shuffled(possible, chanceOf(seed + 7919 * Math.floor(nth / possible.length)))
    return order[nth % possible.length]?.faults ?? []
  }
