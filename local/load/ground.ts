import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClosers } from '#contracts/runtime/closers.ts'
import { createLogger } from '#contracts/runtime/log.ts'
import { newSecret } from '#contracts/runtime/secret.ts'
import type { Driver, Place } from '../faults/crowd/place.ts'
import { bundleOf } from '../faults/ground/bundle.ts'
import { startMember, type Member } from '../faults/ground/member.ts'
import { seed } from '../faults/ground/seed.ts'
import { startMongo } from '../servers/mongo.ts'
import { claimPort } from '../servers/port.ts'
import { startRedis } from '../servers/redis.ts'
import type { Profile } from './profile.ts'

const note = (): void => undefined
const READY_MS = 120_000
/** Where the bundles lie: another harness may be at work beside. */
export const FOLDER = 'load'
/** Of so many people one drives for two platforms. */
const BOTH_EVERY = 5
const names = ['api-1', 'api-2', 'worker-1', 'worker-2'] as const

/** Invented people, each at one platform, every fifth at the next one too. */
const driversOf = (partners: readonly string[], many: number): Driver[] =>
  Array.from({ length: many }, (_, n) => {
    const own = n % partners.length
    const at = n % BOTH_EVERY === 0 ? [own, (own + 1) % partners.length] : [own]
    return at.map((i) => ({
      partner: partners[i] ?? '',
      ref: `load-${i}-${n}`,
      phone: `+6281200${String(100_000 + n)}`,
      area: n * 7,
    }))
  }).flat()

/** `beside`: a folder with the bundles of another release, for the first api and the first worker. */
const fileOf = (name: (typeof names)[number], beside: string | null): string => {
  const bundle = name.startsWith('api') ? 'api' : 'worker'
  return beside !== null && name.endsWith('-1') ? join(beside, `${bundle}.mjs`) : bundleOf(bundle, FOLDER)
}

/** A city of real processes, connected to each other as in a real installation, with nothing in between. */
export const openLoadGround = async (profile: Profile, beside: string | null = null) => {
  const dir = await mkdtemp(join(tmpdir(), 'tr-load-'))
  const closers = createClosers({ log: createLogger({ name: 'load', level: 'warn' }), deadlineMs: 20_000 })
  closers.add('data', () => rm(dir, { recursive: true, force: true }))
  try {
    await mkdir(join(dir, 'redis'))
    const mongo = await startMongo({ dataDir: join(dir, 'mongo'), note })
    closers.add('mongo', mongo.stop)
    const redis = await startRedis({ dataDir: join(dir, 'redis'), note })
    closers.add('redis', redis.stop)
    const mongoUri = new URL('/top_ranger', mongo.uri).toString()

    const refs = Array.from({ length: profile.partners }, (_, n) => `platform-${n + 1}`)
    const partners = await Promise.all(
      refs.map(async (ref) => {
        const port = await claimPort()
        const url = `http://127.0.0.1:${port}/hook`
        return { ref, port, url, secretIn: newSecret(randomBytes), secretOut: newSecret(randomBytes) }
      }),
    )
    const ports = [await claimPort(), await claimPort()]
    const apis = ports.map((port) => `http://127.0.0.1:${port}`)
    const serverKey = randomBytes(32).toString('hex')
    const given = { serverKey, partners, drivers: driversOf(refs, profile.drivers) }
    const logins = await seed({ mongoUri, redisUrl: redis.url }, given)
    const place: Place = { apis, logins, ...given }

    const shared = {
      MONGODB_URI: mongoUri,
      REDIS_URL: redis.url,
      SERVER_KEY: serverKey,
      LOCAL_MODE: 'true',
      LOG_LEVEL: 'warn',
    }
    const JWT_SECRET = randomBytes(32).toString('hex')
    const envOf = (name: string, i: number): Record<string, string> =>
      name.startsWith('api')
        ? { ...shared, JWT_SECRET, PORT: String(ports[i]), PUBLIC_URL: apis[i] ?? '' }
        : { ...shared, ANCHOR_FILE: join(dir, 'anchor.jsonl') }
    const members: Member[] = []
    for (const [i, name] of names.entries()) {
      const member = await startMember({
        name,
        file: fileOf(name, beside),
        env: envOf(name, i % 2),
        logFile: join(dir, `${name}.log`),
      })
      closers.add(name, member.stop)
      members.push(member)
    }
    await Promise.all(members.map((member) => member.ready(READY_MS)))
    return {
      dir,
      place,
      apiUrls: apis,
      ledgerFile: join(dir, 'ledger.jsonl'),
      mongo,
      mongoUri,
      redis,
      members,
      close: () => closers.closeAll(),
    }
  } catch (error) {
    await closers.closeAll()
    throw error
  }
}
export type LoadGround = Awaited<ReturnType<typeof openLoadGround>>
