import type { Fault as Wrong } from './faults/fault.ts'
import type { Fault } from './oracle/evidence.ts'

/** Traffic again after any single fault, in seconds (I8). */
export const AGAIN_WITHIN_S = 15
/** What Redis keeps somebody waiting for, at most, in ms: no producer hangs (I8). */
const HANGS_MS = 3000
/** What time brings about is looked for by loops that rest, one after the other: so many times what a probe took. */
const GRANTED = 3
/** A machine that takes longer undisturbed says nothing about bounds: in seconds, and for one request in ms. */
export const CALM_MOST_S = 8
export const SLOWEST_MOST_MS = 5000

export interface Undisturbed {
  /** A report, its search and a yes, in seconds. */
  calmS: number | null
  /** The longest that one request waited in this cycle before anything went wrong, in ms. */
  calmSlowestMs: number
}

/** Granted beyond what is due, in ms. */
export const slackMsOf = (calmS: number | null): number => Math.min(calmS ?? 0, CALM_MOST_S) * 1000 * GRANTED

/** Only Redis, or the way to it: then whoever asks for something is answered all the while. */
const isOfRedis = ({ about, name }: Wrong): boolean =>
  about === 'redis' || name === 'disk of redis full' || name.endsWith('lines to redis')
const areOfRedis = (faults: readonly Wrong[]): boolean => faults.every(isOfRedis)

/** False: the machine was too slow by itself. Such a cycle proves nothing about bounds, and accuses nobody of them. */
export const areJudged = (faults: readonly Wrong[], { calmS, calmSlowestMs }: Undisturbed): boolean =>
  calmS !== null && calmS <= CALM_MOST_S && (!areOfRedis(faults) || calmSlowestMs <= SLOWEST_MOST_MS)

/**
 * Did everything work again in time? Granted what the same took when nothing was wrong, up to a limit. What never came back is
 * a breach on any machine where a probe came to its end undisturbed; where not even that did, the cycle does not count.
 */
export const recovered = (ms: number | null, { calmS }: Undisturbed): Fault[] => {
  if (calmS === null) return []
  const isInTime = ms !== null && (calmS > CALM_MOST_S || ms / 1000 <= AGAIN_WITHIN_S + calmS)
  if (isInTime) return []
  const again = ms === null ? 'more than 40' : ms / 1000
  return [{ law: 'I8', subject: 'traffic', what: `came back after ${again} s, undisturbed ${calmS} s` }]
}

/** Nobody waits for Redis: judged where nothing else was wrong. */
export const answered = (
  faults: readonly Wrong[],
  slowestMs: number,
  { calmSlowestMs }: Undisturbed,
): Fault[] => {
  const grantedMs = HANGS_MS + GRANTED * calmSlowestMs
  if (!areOfRedis(faults) || calmSlowestMs > SLOWEST_MOST_MS || slowestMs <= grantedMs) return []
  return [{ law: 'I8', subject: 'requests', what: `waited ${slowestMs} ms, undisturbed ${calmSlowestMs} ms` }]
}
