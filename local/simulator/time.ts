export type Cancel = () => void

/** Where time comes from; passed in, so that a test can make it pass. */
export interface Time {
  now(): Date
  /** Calls `act` once, `seconds` from now. */
  after(seconds: number, act: () => void): Cancel
}

/** This machine's clock. After `stop` nothing comes any more. */
export const realTime = (): Time & { stop(): void } => {
  const timers = new Set<NodeJS.Timeout>()
  let stopped = false
  return {
    now: () => new Date(),
    after: (seconds, act) => {
      if (stopped) return () => undefined
      const timer = setTimeout(() => {
        timers.delete(timer)
        act()
      }, seconds * 1000)
      timers.add(timer)
      return () => {
        clearTimeout(timer)
        timers.delete(timer)
      }
    },
    stop: () => {
      stopped = true
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
    },
  }
}
