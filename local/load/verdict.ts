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
