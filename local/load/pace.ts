import { setTimeout as rest } from 'node:timers/promises'
import type { Histogram } from './histogram.ts'

/**
 * Does something at each of these moments (ms after `startAt` of `performance.now`), whether or not what was done before
 * has ended: whoever is slow to answer makes nobody send less. `late`: how late we ourselves were.
 */
export const atTimes = async (
  times: readonly number[],
  startAt: number,
  late: Histogram,
  isOver: () => boolean,
  act: (intendedAt: number) => void,
): Promise<void> => {
  for (const time of times) {
    const intendedAt = startAt + time
    const wait = intendedAt - performance.now()
    if (wait > 1) await rest(wait)
    if (isOver()) return
    late.record(Math.max(0, performance.now() - intendedAt))
    act(intendedAt)
  }
}
