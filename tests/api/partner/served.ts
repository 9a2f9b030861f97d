import { randomBytes } from 'node:crypto'
import { createClosers } from '#contracts/runtime/closers.ts'
import type { Context } from '../../../api/context.ts'
import { startApi } from '../../../api/start.ts'
import { JWT_SECRET, newHome, SERVER_KEY, testLog, type Home } from '../../world/platform.ts'

export interface Served {
  context: Context
  url: string
  home: Home
  close: () => Promise<void>
}

/** One process of the api; a second one at the same home is another process of the platform. */
export const serve = async (home: Home = newHome()): Promise<Served> => {
  const log = testLog('api')
  const closers = createClosers({ log })
  const config = {
    ...home,
    serverKey: SERVER_KEY,
    jwtSecret: JWT_SECRET,
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    dashboardDir: null,
    anchorFile: null,
    mapBoundaries: null,
    mapStreets: null,
    smsGateway: true,
    trustProxy: [],
    logLevel: 'silent',
    localMode: true,
    atPoint: null,
  }
  const { context, url } = await startApi(config, log, closers)
  return {
    context,
    home,
    url,
    close: async () => {
      await context.store.settled()
      await closers.closeAll()
    },
  }
}

export const aSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`
