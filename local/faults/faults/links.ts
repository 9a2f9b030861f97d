import { setTimeout as rest } from 'node:timers/promises'
import type { Proxy } from '../../../tests/world/proxy.ts'
import { apiNames, partnerNames, workerNames, type Ground, type LinkName } from '../ground/ground.ts'
import { nothingToMend, type Fault } from './fault.ts'

const members = [...apiNames, ...workerNames] as const
const toMongo = members.map((name): LinkName => `${name}→mongo`)
const toRedis = members.map((name): LinkName => `${name}→redis`)
const toApis = apiNames.map((name): LinkName => `crowd→${name}`)
const toPartners = partnerNames.map((name): LinkName => `workers→${name}`)
const groups = { mongo: toMongo, redis: toRedis, apis: toApis, partners: toPartners } as const

/** Replies that are under way when this begins never arrive; what they answer has been done. */
const REPLIES_HELD_MS = 250
const LATE_MS = 2000

/** Under load it surely hits writes that were made and not answered: both apis must find their operations again. */
export const REPLIES_TO_APIS = 'replies lost after the commit: mongo to both apis'
/** And waves that were made and not answered: both workers must find out whom they bound. */
const REPLIES_TO_WORKERS = 'replies lost after the commit: mongo to both workers'

type Disturb = (proxies: readonly Proxy[]) => Promise<() => void> | (() => void)

const disturbed = (
  what: string,
  group: keyof typeof groups,
  lastsMs: Fault['lastsMs'],
  disturb: Disturb,
): Fault => ({
  name: `${what}: lines to ${group}`,
  about: 'link',
  lastsMs,
  hurt: async (ground: Ground, chance) => {
    // One line of the group, or all of them.
    const names = chance.oneIn(50) ? groups[group] : [chance.pick(groups[group])]
    const mend = await disturb(names.map((name) => ground.link(name)))
    return async () => mend()
  },
})

const each = (proxies: readonly Proxy[], work: (proxy: Proxy) => void): void => proxies.forEach(work)

const cut: Disturb = (proxies) => {
  each(proxies, (proxy) => proxy.cut())
  return () => undefined
}
const hungUp: Disturb = (proxies) => {
  each(proxies, (proxy) => proxy.hangUp())
  return () => undefined
}
const refused: Disturb = (proxies) => {
  each(proxies, (proxy) => {
    proxy.refuse()
    proxy.cut()
  })
  return () => each(proxies, (proxy) => proxy.admit())
}
/** Nothing passes and nobody is told; at the end the line is gone. */
const halfOpen: Disturb = (proxies) => {
  each(proxies, (proxy) => proxy.stall())
  return () =>
    each(proxies, (proxy) => {
      proxy.cut()
      proxy.resume()
    })
}
const repliesLost: Disturb = async (proxies) => {
  each(proxies, (proxy) => proxy.stall('down'))
  await rest(REPLIES_HELD_MS)
  each(proxies, (proxy) => {
    proxy.cut()
    proxy.resume()
  })
  return () => undefined
}
const late: Disturb = (proxies) => {
  each(proxies, (proxy) => proxy.slow(LATE_MS))
  return () => each(proxies, (proxy) => proxy.slow(0))
}
const sliced: Disturb = (proxies) => {
  each(proxies, (proxy) => proxy.slice(true))
  return () => each(proxies, (proxy) => proxy.slice(false))
}

/** Both of a kind have done what nobody tells them of. */
const unheard = (name: string, both: typeof apiNames | typeof workerNames): Fault => ({
  name,
  about: 'link',
  lastsMs: [0, 300],
  hurt: async (ground) => {
    await repliesLost(both.map((one) => ground.link(`${one}→mongo`)))
    return nothingToMend
  },
})

const all = Object.keys(groups) as (keyof typeof groups)[]

export const linkFaults: readonly Fault[] = [
  ...all.flatMap((group) => [
    disturbed('reset', group, [0, 300], cut),
    disturbed('hung up', group, [0, 300], hungUp),
    disturbed('refuse', group, [500, 3000], refused),
    disturbed('half-open', group, [2000, 7000], halfOpen),
    disturbed('replies lost after the commit', group, [0, 300], repliesLost),
    disturbed('+2 s', group, [2000, 4000], late),
  ]),
  unheard(REPLIES_TO_APIS, apiNames),
  unheard(REPLIES_TO_WORKERS, workerNames),
  disturbed('byte by byte', 'mongo', [800, 2000], sliced),
  disturbed('byte by byte', 'apis', [800, 2000], sliced),
  disturbed('half-open for a minute', 'mongo', [60_000, 60_000], halfOpen),
  disturbed('half-open for a minute', 'redis', [60_000, 60_000], halfOpen),
]
