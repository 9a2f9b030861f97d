import { arrivalS, type Chosen, type Comer, fewerThan, type Wish } from './comer.ts'

/** Mean replies that an asking without success costs: people are waited for, others are asked and answer. Tuned in the laboratory. */
const FAILURE_REPLIES = 6
const LEAST_CHANCE = 0.01

/**
 * Whom to ask when a yes does not stop those who would be quicker: one by one whoever brings the expected arrivals forward
 * most, while that is worth the price of an alert. Somebody waits for the next round, though, as long as others who would
 * be there before him are likely to answer soon: waiting costs him little and may save his alert.
 * O(chosen × options × those asked).
 */
export const quickestYesSet = (
  options: readonly Comer[],
  pending: readonly Comer[],
  wish: Wish,
): Chosen[] => {
  const comers = pending.toSorted((a, b) => arrivalS(a) - arrivalS(b))
  const horizonS = afterFailureS(options, wish)
  const chosen: Chosen[] = []
  const isTaken = new Uint8Array(options.length)
  for (;;) {
    const outlook = outlookOf(comers, wish.slots, horizonS)
    let best: Chosen | null = null
    for (let option = 0; option < options.length; option++) {
      const comer = options[option]!
      if (isTaken[option] || arrivalS(comer) >= horizonS) continue
      const { lackingS, saved } = outlook(arrivalS(comer))
      const gainS = comer.chance * lackingS
      const mayWait = comer.chance < wish.priceS * saved
      if (!mayWait && gainS > (best?.gainS ?? 0)) best = { option, gainS }
    }
    if (best === null || (best.gainS <= wish.priceS && comers.length > 0)) return chosen
    isTaken[best.option] = 1
    chosen.push(best)
    const next = options[best.option]!
    const place = comers.findIndex((comer) => arrivalS(comer) > arrivalS(next))
    comers.splice(place === -1 ? comers.length : place, 0, next)
  }
}

/** When somebody may be expected if all who are asked now refuse: up to then coming sooner is a gain. */
const afterFailureS = (options: readonly Comer[], { replyS }: Wish): number => {
  const failureS = FAILURE_REPLIES * replyS
  const least = (comer: Comer): number =>
    arrivalS(comer) + failureS * (1 / Math.max(comer.chance, LEAST_CHANCE) - 1)
  return failureS + options.reduce((soonest, comer) => Math.min(soonest, least(comer)), Infinity)
}

interface Outlook {
  /** Seconds from then to the horizon during which a slot lacks somebody, each weighed with its chance. */
  lackingS: number
  /** Of those who would be there before: yeses a second that fill the last slot, per chance that it is empty. */
  saved: number
}

/** What one more person is good for who arrives at a certain moment. `comers` come in the order of their arrivals. */
const outlookOf = (comers: readonly Comer[], slots: number, horizonS: number) => {
  const count = fewerThan(slots)
  const starts: number[] = []
  const lacking = [count.chance()]
  const saved = [0]
  let rate = 0
  for (const comer of comers) {
    if (arrivalS(comer) >= horizonS) break
    count.add(comer.chance)
    if (comer.answerS > 0) rate += comer.chance / Math.max(1, comer.answerS)
    starts.push(arrivalS(comer))
    lacking.push(count.chance())
    saved.push((rate * count.last()) / Math.max(1e-9, count.chance()) ** 2)
  }
  const after: number[] = Array.from({ length: starts.length + 1 }, () => 0)
  for (let i = starts.length; i > 0; i--)
    after[i - 1] = after[i]! + ((starts[i] ?? horizonS) - starts[i - 1]!) * lacking[i]!
  return (fromS: number): Outlook => {
    let i = 0
    while (i < starts.length && starts[i]! <= fromS) i++
    return { lackingS: ((starts[i] ?? horizonS) - fromS) * lacking[i]! + after[i]!, saved: saved[i]! }
  }
}
