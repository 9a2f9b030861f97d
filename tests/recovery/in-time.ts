import { expect } from 'vitest'

/** What this machine took for the same when nothing was wrong is granted so many times on top of the product's bound. */
const GRANTED = 3
/** A machine that is busy for a moment is no fault of the product's; what hangs, hangs each time. */
const TRIES = 3

/** How long something takes, in ms. */
export const tookMs = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await work()
  return Math.round(performance.now() - from)
}

/** Holds what was measured against a bound of the product; tells it in any case. */
export const expectWithin = (what: string, ms: number, boundMs: number, calmMs: number): void => {
  const mayBeMs = boundMs + GRANTED * calmMs
  console.log(`      ${what}: ${ms} ms (at most ${boundMs} ms and ${GRANTED} × ${calmMs} ms undisturbed)`)
  expect(ms, what).toBeLessThanOrEqual(mayBeMs)
}

/** Does something that may be done again, and holds its time against a bound. */
export const within = async <T>(
  what: string,
  boundMs: number,
  calmMs: number,
  work: () => Promise<T>,
): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    const from = performance.now()
    const result = await work()
    const ms = Math.round(performance.now() - from)
    if (ms > boundMs + GRANTED * calmMs && tries < TRIES) continue
    expectWithin(what, ms, boundMs, calmMs)
    return result
  }
}
