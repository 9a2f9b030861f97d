import type { Fault as Wrong } from './faults/fault.ts'
import type { Fault } from './oracle/evidence.ts'

/** Traffic again after any single fault, in seconds (I8). */
export const AGAIN_WITHIN_S = 15
/** What Redis keeps somebody waiting for, at most, in ms: no producer hangs (I8). */
const HANGS_MS = 3000
/** A machine that is slow by itself is granted so many times what it took undisturbed, under the same load. */
const GRANTED = 3

export interface Undisturbed {
  /** A report, its search and a yes, in seconds. */
  calmS: number | null
  /** The longest that one request waited in this cycle before anything went wrong, in ms. */
  calmSlowestMs: number
}

export const slackMsOf = (calmS: number | null): number => (calmS ?? 0) * 1000 * GRANTED

/**
 * Did everything work again in time? Judged against how long the same took when nothing was wrong: a machine that is busy with
 * other things is no fault of the platform's. Where not even that came to its end nothing is proven, and the cycle does not count.
 */
export const recovered = (ms: number | null, { calmS }: Undisturbed): Fault[] => {
  if (calmS === null || (ms !== null && ms / 1000 <= AGAIN_WITHIN_S + calmS)) return []
  const again = ms === null ? 'more than 40' : ms / 1000
  return [{ law: 'I8', subject: 'traffic', what: `came back after ${again} s, undisturbed ${calmS} s` }]
}

/** Only Redis, or the way to it: then whoever asks for something is answered all the while. */
const isOfRedis = ({ about, name }: Wrong): boolean =>
  about === 'redis' || name === 'disk of redis full' || name.endsWith('lines to redis')

/** Nobody waits for Redis: judged where nothing else was wrong. */
export const answered = (
  faults: readonly Wrong[],
  slowestMs: number,
  { calmSlowestMs }: Undisturbed,
): Fault[] => {
  const mayBeMs = HANGS_MS + GRANTED * calmSlowestMs
  if (!faults.every(isOfRedis) || slowestMs <= mayBeMs) return []
  return [{ law: 'I8', subject: 'requests', what: `waited ${slowestMs} ms, undisturbed ${calmSlowestMs} ms` }]
}
