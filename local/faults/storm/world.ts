import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Closers } from '#contracts/runtime/closers.ts'
import { startMongo } from '../../servers/mongo.ts'
import { claimPort } from '../../servers/port.ts'
import { startRedis } from '../../servers/redis.ts'
import type { Driver, Place } from '../crowd/place.ts'
import { bundle, bundleOf } from '../ground/bundle.ts'
import { startMember } from '../ground/member.ts'
import { seed } from '../ground/seed.ts'

export const APIS = 4
const READY_MS = 60_000
const quiet = (): void => undefined
const secret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/** People of one platform; numbers from a block that belongs to nobody. */
export const driversFor = (count: number): Driver[] =>
  Array.from({ length: count }, (_, n) => ({
    partner: 'cepat',
    ref: `storm-${n}`,
    phone: `+6281201${String(100_000 + n)}`,
    area: n,
  }))

/** Servers of its own and four processes of the api; nobody follows the ledger, for nothing but answers is asked for. */
export const openStormWorld = async (dir: string, drivers: Driver[], closers: Closers) => {
  const mongo = await startMongo({ dataDir: join(dir, 'mongo'), note: quiet })
  closers.add('mongo', mongo.stop)
  const redis = await startRedis({ dataDir: join(dir, 'redis'), note: quiet })
  closers.add('redis', redis.stop)
  const mongoUri = new URL('/top_ranger', mongo.uri).toString()
  const serverKey = randomBytes(32).toString('hex')
  const partner: Place['partners'][number] = {
    ref: 'cepat',
    port: 1,
    url: 'http://127.0.0.1:1/hook',
    secretIn: secret(),
    secretOut: secret(),
  }
  await seed({ mongoUri, redisUrl: redis.url }, { serverKey, partners: [partner], drivers })
  await bundle()
  const JWT_SECRET = randomBytes(32).toString('hex')
  const shared = { SERVER_KEY: serverKey, JWT_SECRET, LOCAL_MODE: 'true', LOG_LEVEL: 'info' }
  const ports = await Promise.all(Array.from({ length: APIS }, () => claimPort()))
  const urls = ports.map((port) => `http://127.0.0.1:${port}`)
  for (const [i, port] of ports.entries()) {
    const name = `api-${i + 1}`
    const env = { ...shared, MONGODB_URI: mongoUri, REDIS_URL: redis.url, PORT: String(port), PUBLIC_URL: urls[i] ?? '' } // prettier-ignore
    const member = await startMember({ name, file: bundleOf('api'), env, logFile: join(dir, `${name}.log`) })
    closers.add(name, member.stop)
    await member.ready(READY_MS)
  }
  return { mongoUri, redisUrl: redis.url, serverKey, partner, urls }
}
