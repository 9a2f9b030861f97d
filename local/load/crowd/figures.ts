import { createHistogram, type Histogram, type Quantiles } from '../histogram.ts'

/** What is measured; each from the moment at which it was meant to be sent. */
export const measured = {
  report: 'a report, until its answer',
  accept: 'a yes, until its answer',
  positions: 'a batch of positions, until its answer',
  asked: 'from the end of the dispatch until the first volunteer is asked',
  filled: 'from the end of the dispatch until everybody who is wanted has a task',
  late: 'how late we ourselves were',
} as const
export type Measured = keyof typeof measured

export interface Answers {
  taken: number
  /** A definite no. */
  refused: number
  /** Told to wait. */
  waits: number
  /** 5xx. */
  errors: number
  /** No answer: the line broke, or nobody answered in time. */
  broken: number
}

const names = Object.keys(measured) as Measured[]
const record = <T>(make: (name: Measured) => T): Record<Measured, T> =>
  Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Measured, T>

const sortOf = (status: number | null): keyof Answers => {
  if (status === null) return 'broken'
  if (status < 400) return 'taken'
  if (status === 429 || status === 408) return 'waits'
  return status >= 500 ? 'errors' : 'refused'
}

/** Everything that one run counts and measures. */
export const createFigures = () => {
  const answers: Answers = { taken: 0, refused: 0, waits: 0, errors: 0, broken: 0 }
  const times: Record<Measured, Histogram> = record(createHistogram)
  return {
    answers,
    times,
    heard: (status: number | null): void => {
      answers[sortOf(status)] += 1
    },
    since: (what: Measured, from: number): void => times[what].record(performance.now() - from),
    latency: (): Record<Measured, Quantiles> => record((name) => times[name].quantiles()),
  }
}
export type Figures = ReturnType<typeof createFigures>
