import type { Hazard, Severity } from './words.ts'

/**
 * Where incidents of a scenario happen. `anywhere`: every kelurahan alike. `known`: where the kind is known to happen.
 * `damage`: everywhere, more often where more kinds of harm are known (plan/places).
 */
export type Spread = 'anywhere' | 'known' | 'damage'

/** A day of the city, as data; what happens exactly is drawn from it by a seed (plan/plan). Weights need not add up to anything. */
export interface Scenario {
  /** One sentence for whoever starts it. */
  title: string
  /** How many reports, and during how many hours of life. */
  reports: readonly [least: number, most: number]
  hours: number
  /** `steady`: evenly with some chance. `storm`: few at first and at last, most in the middle. */
  pace: 'steady' | 'storm'
  hazards: Partial<Record<Hazard, number>>
  severities: Record<Severity, number>
  spread: Spread
  /** Volunteers that an incident needs. */
  slots: readonly [least: number, most: number]
  /** Of 100 reports: pranks and trifles; second calls about the same; matters of another agency. */
  falsePct: number
  duplicatePct: number
  referPct: number
  /** Unless the command line says otherwise. */
  speed: number
  volunteers: number
  /** How the drivers of the simulated partner are that day: its SIM_… variables. */
  people: Readonly<Record<`SIM_${string}`, string>>
}
