/** Of several pairs: the middle, and how far they lie apart. */
export interface Spread {
  median: number
  least: number
  most: number
}

export const spreadOf = (values: readonly number[]): Spread => {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (place: number) => sorted[place] ?? NaN
  const median = (at((sorted.length - 1) >> 1) + at(sorted.length >> 1)) / 2
  return { median, least: at(0), most: at(sorted.length - 1) }
}

/** Milliseconds that this process worked, on all of its threads: other people's load is not counted. */
export const cpuMs = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

type Side = (pair: number) => void | Promise<void>

/** So many pairs are played before those that count: both sides equally often. */
export const WARM_PAIRS = 2

/** Warms both sides up, as often. Their times are written over by the first pair that counts. */
export const warmUp = async (first: Side, second: Side): Promise<void> => {
  for (let pair = 0; pair < WARM_PAIRS; pair++) {
    await first(0)
    await second(0)
  }
}

/**
 * Runs each of both first in turn, so that neither always profits from what the other left behind. `before` each pair the data
 * may change, for both alike.
 */
export const inTurns = async (
  pairs: number,
  first: Side,
  second: Side,
  before: () => void | Promise<void> = () => undefined,
): Promise<void> => {
  for (let pair = 0; pair < pairs; pair++) {
    await before()
    const order = pair % 2 === 0 ? [first, second] : [second, first]
    for (const side of order) await side(pair)
  }
}

/** One line of the result: how many times faster than the baseline, in CPU time, with what was counted. */
export interface Row {
  name: string
  baseline: string
  target: string
  pairs: number
  ratio: Spread
  baselineMs: Spread
  ms: Spread
  /** The last half of the pairs ÷ the first, in time: well below 1 for a side that was still warming up. */
  drift: { baseline: number; own: number }
  counted: Record<string, number>
}

const driftOf = (values: readonly number[]): number => {
  const half = Math.floor(values.length / 2)
  return spreadOf(values.slice(-half)).median / spreadOf(values.slice(0, half)).median
}

export const rowOf = (
  about: Pick<Row, 'name' | 'baseline' | 'target' | 'counted'>,
  baselineMs: readonly number[],
  ms: readonly number[],
): Row => ({
  ...about,
  pairs: ms.length,
  ratio: spreadOf(ms.map((own, pair) => (baselineMs[pair] ?? NaN) / own)),
  baselineMs: spreadOf(baselineMs),
  ms: spreadOf(ms),
  drift: { baseline: driftOf(baselineMs), own: driftOf(ms) },
})

/** Stops the program when an answer is not what it must be: times of wrong answers are worth nothing. */
export const mustEqual = (what: string, actual: number, expected: number, tolerance = 0): void => {
  if (!(Math.abs(actual - expected) <= tolerance))
    throw new Error(`${what}: ${actual} instead of ${expected}`)
}

const short = (value: number): string => value.toPrecision(3)

/** A row in one line. */
export const told = ({ name, baseline, target, ratio, ms, baselineMs, drift }: Row): string =>
  `${name}: ${short(ratio.median)}x (${short(ratio.least)} to ${short(ratio.most)}) ` +
  `${target && `target ${target} `}· ${short(ms.median)} ms against ${short(baselineMs.median)} ms, ${baseline} ` +
  `(drift ${drift.own.toFixed(2)} and ${drift.baseline.toFixed(2)})`
