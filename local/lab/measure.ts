/** What one seed of one workload measured of one policy; null where the workload does not know it. */
export interface Measured {
  /** Mean seconds from the report to the first arrival, and the 90th percentile. */
  firstS: number | null
  firstP90S: number | null
  /** Mean first arrival ÷ mean of the bound over the same incidents. */
  overBound: number | null
  /** The part of the incidents (slots, in Seroja) served in time. */
  inTime: number | null
  /** The part served at all. */
  covered: number
  alertsPerIncident: number
  alertsPerArrival: number | null
  /** All alerts, and all arrivals, ÷ incidents that somebody came to: whom one incident disturbs, and how many it brings. */
  alertsPerReached: number | null
  arrivalsPerReached: number | null
  /** Yeses that nobody needed any more, per incident. */
  redundant: number
  alertsPerVolunteerDay: number
  swapsPerIncident: number | null
}
export const measures = [
  'firstS',
  'firstP90S',
  'overBound',
  'inTime',
  'covered',
  'alertsPerIncident',
  'alertsPerArrival',
  'alertsPerReached',
  'arrivalsPerReached',
  'redundant',
  'alertsPerVolunteerDay',
  'swapsPerIncident',
] as const satisfies readonly (keyof Measured)[]

/** One policy on one workload. */
export interface Row {
  workload: string
  policy: string
  seeds: Measured[]
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** The value that a part of all stays below or reaches; NaN of nothing. */
export const quantile = (values: readonly number[], part: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? NaN
}
