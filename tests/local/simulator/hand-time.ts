import type { Time } from '../../../local/simulator/time.ts'

export interface HandTime extends Time {
  /** Lets so many seconds pass: everything that falls due happens, in order. */
  advance(seconds: number): void
  pending(): number
}

/** A clock moved by hand. It begins at the real time, because the public library signs and checks by the real clock. */
export const handTime = (): HandTime => {
  let now = Date.now()
  let timers: { at: number; act: () => void }[] = []
  return {
    now: () => new Date(now),
    after: (seconds, act) => {
      const timer = { at: now + seconds * 1000, act }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    advance: (seconds) => {
      const until = now + seconds * 1000
      for (;;) {
        const next = timers.toSorted((a, b) => a.at - b.at)[0]
        if (next === undefined || next.at > until) break
        timers = timers.filter((other) => other !== next)
        now = next.at
        next.act()
      }
      now = until
    },
    pending: () => timers.length,
  }
}
