import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { createClosers } from '#contracts/runtime/closers.ts'
import { createLogger } from '#contracts/runtime/log.ts'
import { openPlatform, type Platform } from '#contracts/store/open.ts'
import { databases } from './databases.ts'

export const SERVER_KEY = 'test-server-key-of-at-least-32-characters'
export const JWT_SECRET = 'test-token-key-of-at-least-32-characters!'

/** Where one world lives: a database and a Redis prefix that nobody else uses. */
export interface Home {
  mongoUri: string
  redisUrl: string
  redisPrefix: string
}

export const newHome = (): Home => {
  const name = `w${randomBytes(6).toString('hex')}`
  const url = new URL(inject('mongoUrl'))
  url.pathname = `/${name}`
  databases.push(url.toString())
  return { mongoUri: url.toString(), redisUrl: inject('redisUrl'), redisPrefix: name }
}

/** Say `LOG_LEVEL=debug` to see what the world does. */
export const testLog = (name: string) => createLogger({ name, level: process.env['LOG_LEVEL'] ?? 'silent' })

/** The platform alone, without api and worker: for tests of the store. */
export const openTestPlatform = async (
  home: Home = newHome(),
): Promise<Platform & { home: Home; close: () => Promise<void> }> => {
  const log = testLog('test')
  const closers = createClosers({ log })
  const platform = await openPlatform({ name: 'test', ...home, serverKey: SERVER_KEY, log, closers })
  return {
    ...platform,
    home,
    close: async () => {
      await platform.store.settled()
      await closers.closeAll()
    },
  }
}
