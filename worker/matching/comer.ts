/** Somebody who may come, as seen from now. */
export interface Comer {
  /** Seconds that he needs once he has said yes. */
  travelS: number
  /** Seconds until he answers, on average; 0: he has said yes. */
  answerS: number
  /** The chance that he says yes. */
  chance: number
  /** The chance that he comes, having said yes; absent: he does. */
  comes?: number
  /** Seconds that speak against asking him beside the way: how often he was asked and has served. They make nobody late. */
  burdenS?: number
}

/** What a search still wants. */
export interface Wish {
  /** How many are lacking. */
  slots: number
  /** Seconds of arrival that one more alert has to win. */
  priceS: number
  /** Seconds until somebody answers, on average. */
  replyS: number
  /** Of those who say yes, the part that comes; absent: all of them. */
  comes?: number
}

export interface Chosen {
  /** Index into the options. */
  option: number
  /** Seconds of arrival that asking him wins. */
  gainS: number
}

/** His way, and what speaks against asking him: what the choice compares. */
export const wayS = ({ travelS, burdenS = 0 }: Comer): number => travelS + burdenS

export const arrivalS = ({ travelS, answerS }: Comer): number => travelS + answerS

/**
 * How many of several independent people come, as far as it is fewer than `slots`: Poisson-binomial, one by one.
 * `chance()` is the chance that they are fewer, `last()` that exactly one is lacking.
 */
export const fewerThan = (slots: number) => {
  const exactly = new Float64Array(Math.max(0, slots))
  if (slots > 0) exactly[0] = 1
  return {
    add: (chance: number): void => {
      for (let n = slots - 1; n >= 0; n--)
        exactly[n] = exactly[n]! * (1 - chance) + (n > 0 ? exactly[n - 1]! * chance : 0)
    },
    chance: (): number => {
      let sum = 0
      for (let n = 0; n < slots; n++) sum += exactly[n]!
      return sum
    },
    last: (): number => exactly[slots - 1] ?? 0,
  }
}

/** The chance that all `slots` are taken by those who are there within `inTimeS`. */
export const chanceInTime = (comers: readonly Comer[], slots: number, inTimeS: number): number => {
  const fewer = fewerThan(slots)
  for (const comer of comers) if (arrivalS(comer) <= inTimeS) fewer.add(comer.chance)
  return 1 - fewer.chance()
}
