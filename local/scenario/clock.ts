/** The time of a scenario: it begins now and goes `speed` times as fast as the one on the wall. */
export interface Clock {
  /** ms on the wall. */
  now(): number
  /** Seconds of life since the scenario began. */
  lifeS(): number
  /** Seconds of life since a moment on the wall. */
  lifeSince(instant: string): number
  speed: number
}

export const clockOf = (speed: number, now: () => number): Clock => {
  const began = now()
  const lived = (since: number) => ((now() - since) / 1000) * speed
  return { now, speed, lifeS: () => lived(began), lifeSince: (instant) => lived(Date.parse(instant)) }
}
