import { randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createClosers } from '#contracts/runtime/closers.ts'
import { createLogger } from '#contracts/runtime/log.ts'
import { openProxy, type Proxy } from '../../../tests/world/proxy.ts'
import { startMongo } from '../../servers/mongo.ts'
import { claimPort } from '../../servers/port.ts'
import { startRedis } from '../../servers/redis.ts'
import type { Place } from '../crowd/place.ts'
import { bundleOf } from './bundle.ts'
import { cpuSecondsOf } from './cost.ts'
import { openDisk } from './disk.ts'
import { startMember, type Member } from './member.ts'
import { openPeople } from './people.ts'
import { driversOf, seed as seedCity } from './seed.ts'
import { openTrap } from './trap.ts'

export const apiNames = ['api-1', 'api-2'] as const
export const workerNames = ['worker-1', 'worker-2'] as const
export const partnerNames = ['cepat', 'kilat'] as const
const memberNames = [...apiNames, ...workerNames] as const
export type MemberName = (typeof memberNames)[number]
/** Every line between two processes goes through a proxy of ours. */
export type LinkName =
  | `${MemberName}→mongo`
  | `${MemberName}→redis`
  | `crowd→${(typeof apiNames)[number]}`
  | `workers→${(typeof partnerNames)[number]}`

export interface GroundOptions {
  dir: string
  seed: number
  drivers: number
}

const secret = (): string => `whsec_${randomBytes(32).toString('base64')}`
const quiet = (): void => undefined
const READY_MS = 60_000
const MONGO_DISK_MB = 900
const REDIS_DISK_MB = 64
/** Dead processes' claims are looked at sooner than in life: a cycle cannot wait for a minute. */
const RECONCILE_AFTER_S = '2'

/** @throws Error when nothing goes by that name */
const found = <K, V>(map: Map<K, V>, key: K): V => {
  const value = map.get(key)
  if (value === undefined) throw new Error(`there is no ${String(key)}`)
  return value
}

/** The whole platform as real processes on servers of its own, with a crowd outside; everything can be disturbed. */
export const openGround = async ({ dir, seed, drivers }: GroundOptions) => {
  await rm(dir, { recursive: true, force: true })
  await mkdir(dir, { recursive: true })
  const closers = createClosers({ log: createLogger({ name: 'faults', level: 'warn' }), deadlineMs: 20_000 })
  try {
    const disks = {
      mongo: openDisk(join(dir, 'mongo'), MONGO_DISK_MB),
      redis: openDisk(join(dir, 'redis'), REDIS_DISK_MB),
    }
    closers.add('disks', () => Object.values(disks).forEach((disk) => disk.unmount()))
    const mongo = await startMongo({ dataDir: disks.mongo.dir, note: quiet })
    closers.add('mongo', mongo.stop)
    const redis = await startRedis({ dataDir: disks.redis.dir, note: quiet })
    closers.add('redis', redis.stop)
    const mongoUri = new URL('/top_ranger', mongo.uri).toString()

    const links = new Map<LinkName, Proxy>()
    const link = async (name: LinkName, url: string): Promise<Proxy> => {
      const proxy = await openProxy(url)
      closers.add(name, proxy.close)
      links.set(name, proxy)
      return proxy
    }
    const trap = await openTrap()
    closers.add('trap', trap.close)
    const partners = await Promise.all(
      partnerNames.map(async (ref) => {
        const port = await claimPort()
        const way = await link(`workers→${ref}`, `http://127.0.0.1:${port}`)
        return {
          ref,
          port,
          url: `http://127.0.0.1:${way.port}/hook`,
          secretIn: secret(),
          secretOut: secret(),
        }
      }),
    )
    /** Of the api itself, and of what a worker tells of himself. */
    const ports = new Map<MemberName, number>()
    for (const name of memberNames) ports.set(name, await claimPort())
    const past = (name: MemberName): string => `http://127.0.0.1:${ports.get(name)}`
    const apis: string[] = []
    for (const name of apiNames)
      apis.push(`http://127.0.0.1:${(await link(`crowd→${name}`, past(name))).port}`)

    const serverKey = randomBytes(32).toString('hex')
    const given = { serverKey, partners, drivers: driversOf(partnerNames, drivers) }
    const logins = await seedCity({ mongoUri, redisUrl: redis.url }, given)
    const place: Place = { apis, logins, ...given }

    const shared = { SERVER_KEY: serverKey, LOCAL_MODE: 'true', LOG_LEVEL: 'info' }
    const ofWorkers = { ANCHOR_FILE: join(dir, 'anchor.jsonl'), RECONCILE_AFTER_S }
    const JWT_SECRET = randomBytes(32).toString('hex')
    const envOf = async (name: MemberName, i: number): Promise<Record<string, string>> => {
      const ways = {
        MONGODB_URI: (await link(`${name}→mongo`, mongoUri)).via(mongoUri),
        REDIS_URL: (await link(`${name}→redis`, redis.url)).via(redis.url),
      }
      const port = String(ports.get(name))
      return name.startsWith('api')
        ? { ...shared, ...ways, JWT_SECRET, PORT: port, PUBLIC_URL: apis[i] ?? '' }
        : { ...shared, ...ways, ...ofWorkers, METRICS_PORT: port }
    }
    const members = new Map<MemberName, Member>()
    for (const [i, name] of memberNames.entries()) {
      const file = bundleOf(name.startsWith('api') ? 'api' : 'worker')
      const member = await startMember({
        name,
        file,
        env: await envOf(name, i % 2),
        logFile: join(dir, `${name}.log`),
      })
      closers.add(name, member.stop)
      members.set(name, member)
    }
    await Promise.all([...members.values()].map((member) => member.ready(READY_MS)))

    const ledgerFile = join(dir, 'ledger.jsonl')
    const people = await openPeople({
      place,
      seed,
      ledgerFile,
      logFile: join(dir, 'crowd.log'),
      trapUrl: trap.url,
    })
    closers.add('crowd', people.close)
    return {
      dir,
      ledgerFile,
      place,
      /** Past all proxies, for who only looks. */
      apiUrls: apiNames.map(past),
      /** Where every process tells its numbers, also past all proxies. */
      numbersAt: new Map(memberNames.map((name) => [name, past(name)])),
      mongo,
      mongoUri,
      redis,
      disks,
      trap,
      people,
      member: (name: MemberName): Member => found(members, name),
      members: (): Member[] => [...members.values()],
      link: (name: LinkName): Proxy => found(links, name),
      links: (): Proxy[] => [...links.values()],
      /** Seconds of CPU so far, by process. */
      cpuS: (): Record<string, number> =>
        Object.fromEntries(
          [
            ['harness', process.pid] as const,
            ['mongo', mongo.pid] as const,
            ['redis', redis.pid] as const,
            ['crowd', people.pid()] as const,
            ...[...members].map(([name, member]) => [name, member.pid()] as const),
          ].map(([name, pid]) => [name, cpuSecondsOf(pid)]),
        ),
      /** Every process runs and says that it is ready. */
      ready: (): Promise<unknown> =>
        Promise.all([...members.values()].map((member) => member.ready(READY_MS))),
      close: () => closers.closeAll(),
    }
  } catch (error) {
    await closers.closeAll()
    throw error
  }
}
export type Ground = Awaited<ReturnType<typeof openGround>>
