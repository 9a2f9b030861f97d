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

/** Runs each of both first in turn, so that neither always profits from what the other left behind. */
export const inTurns = async (
  pairs: number,
  first: (pair: number) => void | Promise<void>,
  second: (pair: number) => void | Promise<void>,
): Promise<void> => {
  for (let pair = 0; pair < pairs; pair++) {
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
  counted: Record<string, number>
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
})

/** Stops the program when an answer is not what it must be: times of wrong answers are worth nothing. */
export const mustEqual = (what: string, actual: number, expected: number, tolerance = 0): void => {
  if (!(Math.abs(actual - expected) <= tolerance))
    throw new Error(`${what}: ${actual} instead of ${expected}`)
}

const short = (value: number): string => value.toPrecision(3)

/** A row in one line. */
export const told = ({ name, baseline, target, ratio, ms, baselineMs }: Row): string =>
  `${name}: ${short(ratio.median)}x (${short(ratio.least)} to ${short(ratio.most)}) ` +
  `${target && `target ${target} `}· ${short(ms.median)} ms against ${short(baselineMs.median)} ms, ${baseline}`
