import { nameOfArea } from './areas.ts'
import { plusSeconds, type Instant } from '#contracts/domain/instant.ts'
import { withDeadline } from '#contracts/runtime/deadline.ts'
import { WORKER_LEASE } from '#contracts/store/heartbeats.ts'
import { LATE_S } from '#contracts/store/watch.ts'
import type { Database } from './database.ts'
import { alarmOf, faultOf, helpOf, neglected, type FaultCode, type Standing } from './standing.ts'
import type { Watch } from './watch.ts'

const API_WITHIN_MS = 3000

/** What the database tells: alarms of people, and incidents that the platform neglects. `more`: how many were not read. */
export const lookAtDatabase = async (
  { queries, agencies, heartbeats }: Database,
  now: Instant,
): Promise<{ standing: Standing[]; more: number; isWorkerSilent: boolean }> => {
  const all = await agencies.all()
  const areaOf = nameOfArea(all)
  const [unseen, forgotten, late, help, gateways, worker] = await Promise.all([
    queries.unseen(),
    queries.forgotten(all.map(({ _id }) => _id)),
    queries.late(plusSeconds(now, -LATE_S), null),
    queries.callsForHelp(),
    queries.failingGateways(),
    heartbeats.until(WORKER_LEASE),
  ])
  const standing = [
    ...help.map(helpOf),
    ...unseen.found.map(alarmOf(areaOf)),
    ...forgotten.found.map(neglected('forgotten', areaOf)),
    ...late.found.map(neglected('late', areaOf)),
    ...gateways.map(({ way, failingSince }) => faultOf('gateway_away', failingSince ?? now, way)),
  ]
  const more = unseen.more + forgotten.more + late.more
  return { standing, more, isWorkerSilent: worker === null || worker < now }
}

/** The faults that an api itself sees; null when it does not answer. */
const askApi = async (url: string): Promise<string[] | null> => {
  try {
    const answer = await fetch(new URL('/health/ready', url), { signal: AbortSignal.timeout(API_WITHIN_MS) })
    const { faults } = (await answer.json()) as { faults?: { code: string }[] }
    return (faults ?? []).map(({ code }) => code)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return null
  }
}

const isAway = async ({ redis, log }: Watch): Promise<boolean> =>
  withDeadline(redis.ping(), API_WITHIN_MS, 'asking Redis').then(
    () => false,
    (err: unknown) => {
      log.debug({ err }, 'Redis does not answer')
      return true
    },
  )

/** What can be seen without the database. */
export const lookAround = async (watch: Watch): Promise<Set<FaultCode>> => {
  const { apiUrls } = watch.config
  const [isRedisAway, ...apis] = await Promise.all([isAway(watch), ...apiUrls.map(askApi)])
  const found = new Set<FaultCode>()
  if (isRedisAway) found.add('redis_away')
  const silent = apis.filter((said) => said === null)
  if (silent.length > 0) found.add(silent.length === apis.length ? 'api_silent' : 'api_away')
  if (apis.some((said) => said?.includes('clock_skew'))) found.add('clock_skew')
  return found
}
