import { setTimeout as pause } from 'node:timers/promises'
import { SmokeFailure } from './failure.ts'

const LOOK_EVERY_MS = 400

/** Looks again and again until `look` finds something. Throws after `withinS` seconds with what was missing. */
export async function until<T>(what: string, withinS: number, look: () => Promise<T | null>): Promise<T> {
  const deadline = performance.now() + withinS * 1000
  for (;;) {
    const found = await look()
    if (found !== null) return found
    if (performance.now() > deadline) throw new SmokeFailure(`${what}: not within ${withinS} s`)
    await pause(LOOK_EVERY_MS)
  }
}
