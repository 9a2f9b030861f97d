import { type Chosen, type Comer, wayS, type Wish } from './comer.ts'

/**
 * Whom to ask when the first yes takes the slot and everybody else is called off, as the product does. A yes of somebody
 * far away then costs the yes of somebody near who would have said it a moment later, so not everybody who could help is
 * worth asking.
 *
 * Were the same people to be had again and again, the expected arrival V would solve
 *   Σ (chance × (comes × V − travel) − price) = slots × reply,
 * and the best set would be exactly those with a term above 0: whoever is further away than V spoils more than he brings
 * (a renewal argument; yeses come with the rate chance ÷ reply; who does not come is missed when he should be there, and
 * the asking begins anew). Those asked before count without the price, as it is paid. Where only the part c of the yeses
 * comes, an asking is done 1 ÷ c times, and all but once the alerts that a yes calls off are lost.
 * What speaks against asking somebody (`burdenS`) counts as way. The set shrinks and grows with every refusal and with
 * every second of silence. O(options + pending), or with a sort where not all come, a few times.
 */
export const firstYesSet = (options: readonly Comer[], pending: readonly Comer[], wish: Wish): Chosen[] => {
  const { expectedS, chosen } = bestSet(options, pending, wish)
  return chosen.map((option) => ({ option, gainS: gainOf(options[option]!, expectedS) })).sort(mostUseful)
}

/** Seconds of arrival that asking him wins; below 0 he would spoil more than he brings. */
export const gainOf = (comer: Comer, expectedS: number): number =>
  comer.chance * ((comer.comes ?? 1) * expectedS - wayS(comer))

/** When an arrival may be expected from those asked before and these. */
export const expectedArrivalS = (options: readonly Comer[], pending: readonly Comer[], wish: Wish): number =>
  bestSet(options, pending, wish).expectedS

const mostUseful = (a: Chosen, b: Chosen): number => b.gainS - a.gainS || a.option - b.option

interface Best {
  expectedS: number
  /** Indices into the options. */
  chosen: number[]
}

const MOST_STEPS = 100

/** The left side of the equation is convex and made of straight pieces, so Newton's steps from above end exactly. */
const bestSet = (options: readonly Comer[], pending: readonly Comer[], wish: Wish): Best => {
  let best: Best = { expectedS: Infinity, chosen: [] }
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = worthAsking(options, pending, wish, best.expectedS)
    if (!(next.expectedS < best.expectedS)) break
    best = next
  }
  return best
}

/** Those who are worth at this V what asking them costs, and the V that they give. */
const worthAsking = (
  options: readonly Comer[],
  pending: readonly Comer[],
  wish: Wish,
  expectedS: number,
): Best => {
  const lost = lostAskings(wish) * wish.priceS
  const sum = { people: 0, yeses: 0, arrivals: 0, wayS: 0 }
  const add = (comer: Comer): void => {
    sum.people++
    sum.yeses += comer.chance
    sum.arrivals += comer.chance * (comer.comes ?? 1)
    sum.wayS += comer.chance * wayS(comer)
  }
  for (const comer of pending) if (comer.chance > 0 && gainOf(comer, expectedS) > 0) add(comer)

  const useful: Chosen[] = []
  for (let option = 0; option < options.length; option++) {
    const gainS = options[option]!.chance > 0 ? gainOf(options[option]!, expectedS) : 0
    if (gainS > wish.priceS) useful.push({ option, gainS })
  }
  if (lost > 0) useful.sort(mostUseful)
  const chosen: number[] = []
  for (const { option, gainS } of useful) {
    const comer = options[option]!
    // One more to be called off at every yes, and one more yes that calls all of them off.
    const lostS = lost * (sum.yeses + (sum.people + 1) * comer.chance)
    if (gainS <= wish.priceS + lostS) continue
    add(comer)
    chosen.push(option)
  }
  const alertsS = wish.priceS * chosen.length + lost * sum.people * sum.yeses
  return { expectedS: (wish.slots * wish.replyS + sum.wayS + alertsS) / sum.arrivals, chosen }
}

/** How often an asking is thrown away before somebody comes. */
const lostAskings = ({ comes = 1 }: Wish): number => 1 / comes - 1
