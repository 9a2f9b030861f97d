import type { Quantiles } from './histogram.ts'
import type { Answers, Measured } from './crowd/figures.ts'

/** What "carried" means; ms at the 99th percentile from the moment at which it was meant to be sent. */
export const limits: Record<Measured, number> = {
  report: 1000,
  accept: 1000,
  positions: 2000,
  asked: 5000,
  filled: 30_000,
  // Beyond it we measure ourselves.
  late: 250,
}

/** Why a run was not carried; empty: it was. */
export const shortcomings = (
  latency: Record<Measured, Quantiles>,
  answers: Answers,
  crashes: number,
): string[] => {
  const slow = (Object.entries(limits) as [Measured, number][])
    .filter(([name, limit]) => latency[name].p99 > limit)
    .map(([name, limit]) => `${name}: p99 ${latency[name].p99} ms of ${limit}`)
  return [
    ...slow,
    ...(answers.errors > 0 ? [`${answers.errors} answers were errors`] : []),
    ...(answers.broken > 0 ? [`${answers.broken} requests had no answer`] : []),
    ...(crashes > 0 ? [`${crashes} processes ended by themselves`] : []),
  ]
}

export interface Outcome {
  carried: boolean
  flat: { judged: boolean; why: readonly string[] }
  broken: readonly unknown[]
}
/** No law was broken and nothing grew. */
const isSound = ({ broken, flat }: Outcome): boolean => broken.length === 0 && flat.why.length === 0

/**
 * 0 when every run was carried and sound. A climb ends with what is too much for the machine: there the last run need not be carried,
 * one before it must be.
 */
export const exitCode = (runs: readonly Outcome[], climb: boolean): 0 | 1 => {
  const carried = runs.filter((one) => one.carried).length
  return runs.every(isSound) && (climb ? carried > 0 : carried === runs.length) ? 0 : 1
}
