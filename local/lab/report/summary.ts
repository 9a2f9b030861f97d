import { type Interval, intervalOf } from '../interval.ts'
import { type Measured, measures, type Row } from '../measure.ts'

export interface Summary {
  workload: string
  policy: string
  seeds: number
  values: Record<keyof Measured, Interval | null>
}

/** Mean and 95 % interval of everything measured, over the seeds. */
export const summaryOf = ({ workload, policy, seeds }: Row): Summary => {
  const entries = measures.map((name) => [name, intervalOf(seeds.map((seed) => seed[name]))] as const)
  return { workload, policy, seeds: seeds.length, values: Object.fromEntries(entries) as Summary['values'] }
}

/** One value of one policy on one workload, or null. */
export const valueOf = (
  summaries: readonly Summary[],
  workload: string,
  policy: string,
  name: keyof Measured,
): Interval | null =>
  summaries.find((one) => one.workload === workload && one.policy === policy)?.values[name] ?? null
