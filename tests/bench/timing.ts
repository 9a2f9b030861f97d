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

export const wallMs = async (work: () => void | Promise<void>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
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

/** One line of the result: how many times faster than the baseline, with what was counted. */
export interface Row {
  name: string
  baseline: string
  target: string
  clock: 'cpu' | 'wall'
  pairs: number
  ratio: Spread
  baselineMs: Spread
  ms: Spread
  counted: Record<string, number>
}

export const rowOf = (
  about: Pick<Row, 'name' | 'baseline' | 'target' | 'clock' | 'counted'>,
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
