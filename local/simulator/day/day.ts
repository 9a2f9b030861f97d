/** What else happens in a day of these people. Rates are per hour of life, shares of 100. */
export interface Day {
  /** Everybody keeps hours of his own, and goes on and off duty by them. */
  shifts: boolean
  /** Passengers that a waiting driver takes. */
  tripsPerHour: number
  /** How often a phone falls silent for some minutes: no positions, no answers. */
  lostPerHour: number
  /** Drivers whose phones are silent all the time. */
  unreachablePct: number
  /** Drivers of whom only the declared area is known, instead of those that the roster names. */
  declaredPct: number | null
  /** Tasks that are given back on the way. */
  releasePct: number
  /** Tasks that turn out impossible on the scene. */
  failPct: number
  /** Tasks during which somebody calls for help himself. */
  sosPct: number
  /** Tasks during which somebody writes to the command post. */
  messagePct: number
  /** Incidents that somebody among all of them sees and reports. */
  observedPerHour: number
}

/** Nothing of it: what the partner does then hangs on offers alone. */
export const calmDay: Day = {
  shifts: false,
  tripsPerHour: 0,
  lostPerHour: 0,
  unreachablePct: 0,
  declaredPct: null,
  releasePct: 0,
  failPct: 0,
  sosPct: 0,
  messagePct: 0,
  observedPerHour: 0,
}
