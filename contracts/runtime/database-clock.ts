import { performance } from 'node:perf_hooks'
import type { Clock } from './clock.ts'
import type { Logger } from './log.ts'
import { startLoop } from './loop.ts'

/** A process whose own clock is further off than this leaves service. */
export const MAX_SKEW_MS = 2000
const REFRESH_EVERY_MS = 30_000
const READINGS = 3
const SLOWEST_ROUND_TRIP_MS = 1000

export interface DatabaseClock extends Clock {
  /** Local clock minus database clock, in ms, at this moment. */
  skewMs(): number
  /** False while the local clock is more than `MAX_SKEW_MS` off. */
  inService(): boolean
  /** Measures anew; throws when the database does not answer within a second. */
  refresh(): Promise<void>
  stop(): Promise<void>
}

export interface DatabaseClockOptions {
  readDatabaseTime: () => Promise<Date>
  local: Clock
  log: Logger
  /** Milliseconds that only ever run forward; a jump of the local clock does not move them. */
  elapsedMs?: () => number
}

interface Reading {
  databaseMs: number
  elapsedMs: number
  roundTripMs: number
}

/**
 * A clock that tells the database's time: measured at the middle of the shortest of three round trips,
 * carried on by elapsed time, measured again every 30 s. Throws when the first measurement fails.
 * The local clock is only compared with it: setting that clock wrong shows as skew at once and never moves `now()`.
 */
export async function createDatabaseClock(options: DatabaseClockOptions): Promise<DatabaseClock> {
  const { readDatabaseTime, local, log, elapsedMs = () => performance.now() } = options
  let reading = await shortestReading(readDatabaseTime, elapsedMs)

  const nowMs = () => reading.databaseMs + (elapsedMs() - reading.elapsedMs)
  const skewMs = () => Math.round(local.now().getTime() - nowMs())
  const inService = () => Math.abs(skewMs()) <= MAX_SKEW_MS

  const refresh = async () => {
    reading = await shortestReading(readDatabaseTime, elapsedMs)
    if (!inService())
      log.error({ skewMs: skewMs() }, 'this clock is too far from the database: out of service')
  }
  const loop = startLoop({
    name: 'database-clock',
    everyMs: REFRESH_EVERY_MS,
    run: refresh,
    log,
    clock: local,
    unref: true,
  })

  return { now: () => new Date(nowMs()), skewMs, inService, refresh, stop: () => loop.stop() }
}

async function shortestReading(
  readDatabaseTime: () => Promise<Date>,
  elapsedMs: () => number,
): Promise<Reading> {
  let best: Reading | undefined
  for (let taken = 0; taken < READINGS; taken += 1) {
    const sent = elapsedMs()
    const databaseMs = (await readDatabaseTime()).getTime()
    const roundTripMs = elapsedMs() - sent
    if (best === undefined || roundTripMs < best.roundTripMs) {
      best = { databaseMs, elapsedMs: sent + roundTripMs / 2, roundTripMs }
    }
  }
  // Half the round trip is the error of the measurement: a slow one (blocked loop, paused process) says nothing.
  if (best === undefined || best.roundTripMs > SLOWEST_ROUND_TRIP_MS || Number.isNaN(best.databaseMs)) {
    throw new Error('the database time could not be measured within a second')
  }
  return best
}
