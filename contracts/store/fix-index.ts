import type { Redis } from 'ioredis'
import { z } from 'zod'
import { Track } from '#contracts/domain/volunteer/track.ts'
import { createSerial } from '#contracts/runtime/queue.ts'
import type { RedisKeys } from '#contracts/wire/keys.ts'
import { Fix, fixKeys } from './keep-fixes.ts'

// What has changed since the number that the reader knows; everything when he counts by another epoch. One script: what it
// gives is what the hashes hold at one moment. A server that was started anew may have come back with an older state and
// counted on from there, so its run belongs to the epoch.
const READ = `
local held = redis.call('HMGET', KEYS[4], 'epoch', 'seq')
if redis.call('EXISTS', KEYS[1]) == 0 or not held[1] then
  return {'', 0, 1, redis.call('HKEYS', KEYS[1]), redis.call('HVALS', KEYS[1]), redis.call('HGETALL', KEYS[2])}
end
local epoch, seq = held[1] .. string.match(redis.call('INFO', 'server'), 'run_id:(%w+)'), tonumber(held[2])
if epoch ~= ARGV[1] then
  return {epoch, seq, 1, redis.call('HKEYS', KEYS[1]), redis.call('HVALS', KEYS[1]), redis.call('HGETALL', KEYS[2])}
end
local ids = redis.call('ZRANGEBYSCORE', KEYS[3], '(' .. ARGV[2], '+inf')
local fixes, tracks = {}, {}
for i, id in ipairs(ids) do
  fixes[i] = redis.call('HGET', KEYS[1], id) or ''
  local track = redis.call('HGET', KEYS[2], id)
  if track then tracks[#tracks + 1] = id; tracks[#tracks + 1] = track end
end
return {epoch, seq, 0, ids, fixes, tracks}`

const Told = z.tuple([
  z.string(),
  z.number(),
  z.number(),
  z.array(z.string()),
  z.array(z.string()),
  z.array(z.string()),
])

/** The fixes and tracks of an agency, held in this process. */
export interface HeldFixes {
  fixes: ReadonlyMap<string, Fix>
  tracks: ReadonlyMap<string, Track>
}

interface Held {
  epoch: string
  seq: number
  fixes: Map<string, Fix>
  tracks: Map<string, Track>
}

const nothing = (): Held => ({ epoch: '', seq: 0, fixes: new Map(), tracks: new Map() })

const pairsOf = (flat: readonly string[]): [string, string][] =>
  flat.flatMap((key, i): [string, string][] => (i % 2 === 0 ? [[key, flat[i + 1] ?? '']] : []))

/**
 * All positions of an agency, held in this process: read once as a whole, then what has changed since, and as a whole again
 * after Redis was emptied. `read` gives what the hashes hold at that moment, as `presence.all` and `presence.tracks` do, for
 * the price of what has moved. Rejects when Redis is away; then what is held stays for the next time.
 */
export const createFixIndex = (redis: Redis, keys: RedisKeys) => {
  const agencies = new Map<string, Held>()
  const serial = createSerial()

  const bringUp = async (agencyId: string): Promise<HeldFixes> => {
    const before = agencies.get(agencyId) ?? nothing()
    const own = fixKeys(keys, agencyId)
    const told = await redis.eval(READ, own.length, ...own, before.epoch, before.seq)
    const [epoch, seq, isAll, ids, fixes, tracks] = Told.parse(told)
    const changed = ids.map((id, i) => [id, fixes[i] ? Fix.parse(JSON.parse(fixes[i])) : null] as const)
    const tracked = pairsOf(tracks).map(([id, json]) => [id, Track.parse(JSON.parse(json))] as const)

    const held: Held = isAll === 1 ? { ...nothing(), epoch, seq } : Object.assign(before, { seq })
    agencies.set(agencyId, held)
    for (const [id, fix] of changed) {
      held.tracks.delete(id)
      if (fix === null) held.fixes.delete(id)
      else held.fixes.set(id, fix)
    }
    for (const [id, track] of tracked) held.tracks.set(id, track)
    return held
  }

  return { read: (agencyId: string): Promise<HeldFixes> => serial(agencyId, () => bringUp(agencyId)) }
}
export type FixIndex = ReturnType<typeof createFixIndex>
