import { createClosers } from '#contracts/runtime/closers.ts'
import type { Watch } from '../../../worker/watch/watch.ts'
import { openWatch } from '../../../worker/watch/watch.ts'
import { watchConfig } from '../../../worker/watch/config.ts'
import { watchPass } from '../../../worker/watch/pass.ts'
import { captureLog } from '../../contracts/runtime/capture-log.ts'
import { until } from '../../world/client.ts'
import { SERVER_KEY } from '../../world/platform.ts'
import { openEndpoint } from '../endpoint.ts'
import type { Bench } from '../world.ts'

/** Longer than the screens have any alarm for themselves. */
const PATIENCE_S = 301

/** Hand time: the database is there, and its clock is ahead of itself. */
const ahead = (watch: Watch, s: number): Watch => {
  const moved = (at: Date): Date => new Date(at.getTime() + s * 1000)
  return {
    ...watch,
    clock: { now: () => moved(watch.clock.now()) },
    database: async () => {
      const database = await watch.database()
      return { ...database, time: async () => moved(await database.time()) }
    },
  }
}

/** Somebody on call with a number, somebody with a mail address, and a watch of their own. */
export const openOnCall = async ({ home }: Bench, over: Record<string, string> = {}) => {
  const [sms, mail, captured] = [await openEndpoint(), await openEndpoint(), captureLog('info')]
  const closers = createClosers({ log: captured.log })
  const config = watchConfig({
    MONGODB_URI: home.mongoUri,
    REDIS_URL: home.redisUrl,
    SERVER_KEY,
    LOCAL_MODE: 'true',
    ALARM_TO: '+6281200000099, jaga@contoh.test',
    SMS_URL: sms.url,
    MAIL_URL: mail.url,
    ...over,
  })
  const watch = openWatch(config, captured.log, closers)
  if (over['REDIS_URL'] === undefined) await until('Redis', async () => watch.redis.status === 'ready')
  let handS = 0
  const textsOf = ({ received }: typeof sms) =>
    received.map(({ raw }) => (JSON.parse(raw) as { text: string }).text)
  return {
    sms,
    mail,
    /** Looks now, and again when the screens have had their time: that is when now is the next time. */
    looks: async (): Promise<void> => {
      await watchPass(ahead(watch, handS))
      handS += PATIENCE_S
      await watchPass(ahead(watch, handS))
    },
    texts: () => ({ sms: textsOf(sms), mail: textsOf(mail) }),
    /** How often each kind of alarm was told, by the log. */
    kinds: (): Record<string, number> => {
      const counts: Record<string, number> = {}
      for (const line of captured.lines) {
        const { kinds = {} } = JSON.parse(line) as { kinds?: Record<string, number> }
        for (const [kind, count] of Object.entries(kinds)) counts[kind] = (counts[kind] ?? 0) + count
      }
      return counts
    },
    close: async (): Promise<void> => {
      await closers.closeAll()
      await Promise.all([sms.close(), mail.close()])
    },
  }
}
export type OnCallDesk = Awaited<ReturnType<typeof openOnCall>>
