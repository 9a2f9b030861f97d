import { createClosers } from '#contracts/runtime/closers.ts'
import { createLogger } from '#contracts/runtime/log.ts'
import { openPlatform } from '#contracts/store/open.ts'
import { adminConfig } from './config.ts'

/** Who has changed something by a command at the keyboard of the server. */
export const byCommand = { kind: 'system', id: 'admin-command' } as const

export type Platform = Awaited<ReturnType<typeof openPlatform>>

/** Does one thing on the platform that the environment names, and leaves it. */
export const onPlatform = async (work: (platform: Platform) => Promise<string>): Promise<void> => {
  const config = adminConfig()
  const log = createLogger({ name: 'admin', level: 'warn' })
  const closers = createClosers({ log })
  try {
    const platform = await openPlatform({
      name: 'admin',
      mongoUri: config.MONGODB_URI,
      redisUrl: config.REDIS_URL,
      redisPrefix: config.REDIS_PREFIX,
      serverKey: config.SERVER_KEY,
      log,
      closers,
    })
    const said = await work(platform)
    await platform.store.settled()
    console.log(said)
  } finally {
    await closers.closeAll()
  }
}
