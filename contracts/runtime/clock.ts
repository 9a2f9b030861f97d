/** Where the time comes from; passed in, so that a test can hold it still. */
export interface Clock {
  now(): Date
}

/** This machine's own clock. */
export const systemClock: Clock = { now: () => new Date() }

export interface FixedClock extends Clock {
  advance(seconds: number): void
}

/** A clock for tests: stands at `at` until it is advanced. */
export function fixedClock(at: Date): FixedClock {
  let time = at.getTime()
  return {
    now: () => new Date(time),
    advance: (seconds) => {
      time += seconds * 1000
    },
  }
}
