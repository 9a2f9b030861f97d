import { z } from 'zod'
import { Role } from '#contracts/domain/roles.ts'
import type { Closers } from '#contracts/runtime/closers.ts'
import { startLoop } from '#contracts/runtime/loop.ts'
import type { Lookers } from '#contracts/wire/live.ts'
import type { Context } from '../context.ts'

/** A screen that may have the file of an incident open. */
export interface Onlooker {
  /** Of the connection. */
  id: string
  agencyId: string
  userId: string
  displayName: string
  role: Role
  incidentId: string | null
  /** What this screen was last told. */
  told: string
  /** False while he may not be told anything. */
  isReady: () => boolean
  send: (lookers: Lookers) => void
}

const EVERY_MS = 1000
/** A connection that nobody renewed for so long has gone with its process. */
const GONE_MS = 6000
const KEY_LIVES_S = 30

const Sign = z.object({
  incidentId: z.string(),
  userId: z.string(),
  displayName: z.string(),
  role: Role,
  at: z.number(),
})
type Sign = z.infer<typeof Sign>

const othersOf = (one: Onlooker, incidentId: string, signs: readonly Sign[]): Lookers => {
  const here = signs.filter((sign) => sign.incidentId === incidentId && sign.userId !== one.userId)
  const people = new Map(here.map(({ userId, displayName, role }) => [userId, { userId, displayName, role }]))
  return {
    incidentId,
    people: [...people.values()].sort((a, b) => (a.displayName < b.displayName ? -1 : 1)),
  }
}

/**
 * Who else looks at an incident: each process writes its own screens into one hash and reads those of all, once a second
 * and only while somebody looks. Redis away: nobody is shown, which is not an error.
 */
export const createLookers = (context: Context, closers: Closers) => {
  const { redis, keys, clock, log } = context
  const here = new Set<Onlooker>()
  const nowMs = (): number => clock.now().getTime()

  const write = async (one: Onlooker): Promise<void> => {
    const { id, agencyId, incidentId, userId, displayName, role } = one
    const key = keys.lookers(agencyId)
    if (incidentId === null) return void (await redis.hdel(key, id))
    const sign: Sign = { incidentId, userId, displayName, role, at: nowMs() }
    await redis.multi().hset(key, id, JSON.stringify(sign)).expire(key, KEY_LIVES_S).exec()
  }

  const readAll = async (agencyId: string): Promise<Sign[]> => {
    const held = await redis.hgetall(keys.lookers(agencyId))
    const signs = Object.entries(held).map(([id, json]) => ({ id, ...Sign.parse(JSON.parse(json)) }))
    const isGone = ({ at }: Sign): boolean => nowMs() - at >= GONE_MS
    const gone = signs.filter(isGone).map(({ id }) => id)
    if (gone.length > 0) await redis.hdel(keys.lookers(agencyId), ...gone)
    return signs.filter((sign) => !isGone(sign))
  }

  const tellAll = (looking: readonly Onlooker[], signs: readonly Sign[]): void => {
    for (const one of looking) {
      if (one.incidentId === null || !one.isReady()) continue
      const lookers = othersOf(one, one.incidentId, signs)
      const said = JSON.stringify(lookers)
      if (said === one.told) continue
      one.told = said
      one.send(lookers)
    }
  }

  const loop = startLoop({
    name: 'live lookers',
    everyMs: EVERY_MS,
    log,
    run: async () => {
      const looking = [...here].filter(({ incidentId }) => incidentId !== null)
      if (redis.status !== 'ready') return tellAll(looking, [])
      for (const agencyId of new Set(looking.map((one) => one.agencyId))) {
        const mine = looking.filter((one) => one.agencyId === agencyId)
        await Promise.all(mine.map(write))
        tellAll(mine, await readAll(agencyId))
      }
    },
  })
  closers.add('live lookers', () => loop.stop())

  /** At once instead of with the next pass. */
  const writeNow = (one: Onlooker): void => {
    if (redis.status !== 'ready') return
    write(one).catch((err: unknown) => log.debug({ err }, 'who looks was not written'))
  }

  return {
    add: (one: Onlooker): void => void here.add(one),
    /** Another file, or none. */
    turn: (one: Onlooker, incidentId: string | null): void => {
      Object.assign(one, { incidentId, told: '' })
      writeNow(one)
      loop.wake()
    },
    remove: (one: Onlooker): void => {
      here.delete(one)
      one.incidentId = null
      writeNow(one)
    },
  }
}
export type LookersRoom = ReturnType<typeof createLookers>
