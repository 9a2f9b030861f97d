import type { Interval } from '../interval.ts'
import type { Measured } from '../measure.ts'

interface Column {
  name: keyof Measured
  title: string
  digits: number
  /** Shown as per cent. */
  percent?: boolean
}

export const columns: readonly Column[] = [
  { name: 'firstS', title: 'first arrival s', digits: 1 },
  { name: 'firstP90S', title: 'p90 s', digits: 0 },
  { name: 'overBound', title: '× bound', digits: 3 },
  { name: 'inTime', title: 'in time %', digits: 1, percent: true },
  { name: 'covered', title: 'covered %', digits: 1, percent: true },
  { name: 'alertsPerIncident', title: 'alerts', digits: 2 },
  { name: 'alertsPerArrival', title: 'alerts/arrival', digits: 2 },
  { name: 'alertsPerReached', title: 'alerts/incident reached', digits: 2 },
  { name: 'arrivalsPerReached', title: 'arrivals/incident reached', digits: 2 },
  { name: 'redundant', title: 'redundant yeses', digits: 2 },
  { name: 'alertsPerVolunteerDay', title: 'alerts/volunteer·day', digits: 3 },
  { name: 'swapsPerIncident', title: 'swaps', digits: 2 },
]

/** "88.0 ±0.4"; a dash where the workload does not know it. */
export const cell = (value: Interval | null, { digits, percent }: Column): string => {
  if (value === null) return '–'
  const scale = percent ? 100 : 1
  const half = value.half === null ? '' : ` ±${(value.half * scale).toFixed(digits)}`
  return `${(value.mean * scale).toFixed(digits)}${half}`
}
