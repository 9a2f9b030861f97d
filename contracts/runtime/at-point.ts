import { writeSync } from 'node:fs'

export interface Stop<P extends string> {
  point: P
  /** Which time the point is reached, counted from 1. */
  after: number
}

/**
 * Recovery tests: a hook by which this process ends itself with SIGKILL when it comes to a named point for the `after`th
 * time. It says so on standard error first, unbuffered, so that the test knows that it hit there and nowhere else.
 */
export const stopAtPoint = <P extends string>({ point, after }: Stop<P>): ((reached: P) => Promise<void>) => {
  let hits = 0
  return async (reached) => {
    if (reached !== point) return
    hits += 1
    if (hits < after) return
    writeSync(2, `at point ${point}, time ${hits}: ending\n`)
    process.kill(process.pid, 'SIGKILL')
    // Nothing may follow, not even in the instant before the signal takes effect.
    await new Promise<never>(() => {})
  }
}
