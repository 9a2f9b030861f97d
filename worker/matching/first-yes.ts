import { type Chosen, type Comer, wayS, type Wish } from './comer.ts'

/**
 * Whom to ask when the first yes takes the slot and everybody else is called off, as the product does. A yes of somebody
 * far away then costs the yes of somebody near who would have said it a moment later, so not everybody who could help is
 * worth asking.
 *
 * Were the same people to be had again and again, the expected arrival V would solve
 *   Σ max(0, chance × (V − travel) − price) = slots × reply,
 * and the best set would be exactly those with a term above 0: whoever is further away than V spoils more than he brings
 * (a renewal argument; yeses come with the rate chance ÷ reply). Those asked before count without the price, as it is paid.
 * What speaks against asking somebody (`burdenS`) counts as way. The set shrinks and grows with every refusal and with
 * every second of silence. O(options + pending), a few times.
 */
export const firstYesSet = (
  options: readonly Comer[],
  pending: readonly Comer[],
  { slots, priceS, replyS }: Wish,
): Chosen[] => {
  const expectedS = expectedArrivalS(options, pending, priceS, slots * replyS)
  const chosen: Chosen[] = []
  for (let option = 0; option < options.length; option++) {
    const gainS = gainOf(options[option]!, expectedS)
    if (gainS > priceS) chosen.push({ option, gainS })
  }
  return chosen.sort((a, b) => b.gainS - a.gainS || a.option - b.option)
}

/** Seconds of arrival that asking him wins; below 0 he would spoil more than he brings. */
export const gainOf = (comer: Comer, expectedS: number): number => comer.chance * (expectedS - wayS(comer))

const MOST_STEPS = 100

/** The root V; the left side is convex, rising and made of straight pieces, so Newton's steps from above end exactly. */
export const expectedArrivalS = (
  options: readonly Comer[],
  pending: readonly Comer[],
  priceS: number,
  wantedS: number,
): number => {
  let expectedS = Infinity
  for (let step = 0; step < MOST_STEPS; step++) {
    const sum = { chances: 0, offset: wantedS }
    addTerms(sum, pending, 0, expectedS)
    addTerms(sum, options, priceS, expectedS)
    const nextS = sum.offset / sum.chances
    if (!(nextS < expectedS)) break
    expectedS = nextS
  }
  return expectedS
}

/** Adds the terms that lie above 0 at this V. */
const addTerms = (
  sum: { chances: number; offset: number },
  comers: readonly Comer[],
  price: number,
  expectedS: number,
): void => {
  for (const comer of comers) {
    if (!(comer.chance > 0) || gainOf(comer, expectedS) <= price) continue
    sum.chances += comer.chance
    sum.offset += comer.chance * wayS(comer) + price
  }
}
