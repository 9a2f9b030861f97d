import { calmDay, type Day } from './day/day.ts'
import type { ReactionKind } from './reaction.ts'

/** How often, of 100 offers, a driver does not come; the rest is accepted. */
export interface Shares {
  decline: number
  silent: number
  late: number
}

/** What kind of people and day is played. */
export interface Settings {
  seed: number
  /** How many times faster than life people think, ride and work. */
  speed: number
  kmhMax: number
  shares: Shares
  /** Of 100 messages, how many are said again. */
  repeatPct: number
  /** Reactions of the first offers, whoever gets them. */
  script: readonly ReactionKind[]
  positionsEveryS: number
  day: Day
}

/** The default city: three in five do not come; over 40 % of all offers are declined, answered late or ignored. */
export const defaultSettings: Settings = {
  seed: 1,
  speed: 6,
  kmhMax: 120,
  shares: { decline: 30, silent: 14, late: 16 },
  repeatPct: 20,
  script: [],
  positionsEveryS: 5,
  day: calmDay,
}
