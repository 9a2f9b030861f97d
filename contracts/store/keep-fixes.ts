import type { Redis } from 'ioredis'
import { z } from 'zod'
import { Track, tracked } from '#contracts/domain/volunteer/track.ts'
import type { RedisKeys } from '#contracts/wire/keys.ts'

/** The last fix of a volunteer. `at` is when the phone took it. */
export const Fix = z.object({
  lat: z.number(),
  lng: z.number(),
  accuracyM: z.number().nullable(),
  at: z.string(),
})
export type Fix = z.infer<typeof Fix>

// Every change has a number, so that a process that holds all positions reads only what has changed (fix-index.ts).
// Emptied or made anew, the counting has another epoch: whoever read before begins with everything.
const COUNTED_ANEW = `
if redis.call('EXISTS', KEYS[1]) == 0 or redis.call('HEXISTS', KEYS[4], 'epoch') == 0 then
  redis.call('DEL', KEYS[3], KEYS[4])
  redis.call('HSET', KEYS[4], 'epoch', table.concat(redis.call('TIME'), '.'), 'seq', 0)
end`

// Compare and set in Redis: of two fixes the later one stays, in whatever order they arrive. The track of each was
// worked out from the fix that was held when it was read; where another one came meanwhile, the caller reads again.
const KEEP_LATER = `
local taken = 0
local raced = {}
${COUNTED_ANEW}
for i = 1, #ARGV, 5 do
  local held = redis.call('HGET', KEYS[1], ARGV[i])
  local heldAt = held and cjson.decode(held)['at'] or ''
  if heldAt < ARGV[i + 1] then
    if heldAt == ARGV[i + 2] then
      redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 3])
      redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 4])
      redis.call('ZADD', KEYS[3], redis.call('HINCRBY', KEYS[4], 'seq', 1), ARGV[i])
      taken = taken + 1
    else
      raced[#raced + 1] = ARGV[i]
    end
  end
end
return {taken, raced}`
const Kept = z.tuple([z.number(), z.array(z.string())])

const parsed = <T>(shape: z.ZodType<T>, json: string | null | undefined): T | null =>
  json == null ? null : shape.parse(JSON.parse(json))

const FORGET = `
redis.call('HDEL', KEYS[2], ARGV[1])
if redis.call('HDEL', KEYS[1], ARGV[1]) == 1 then
  redis.call('ZADD', KEYS[3], redis.call('HINCRBY', KEYS[4], 'seq', 1), ARGV[1])
end`

/** Where what is known of an agency's fixes lies, in the order in which the scripts take it. */
export const fixKeys = (keys: RedisKeys, agencyId: string) =>
  [keys.positions(agencyId), keys.tracks(agencyId), keys.changes(agencyId), keys.counted(agencyId)] as const
export type FixKeys = ReturnType<typeof fixKeys>

/** Keeps fixes that are later than those held, and goes on with the track of each. Returns how many were later. */
export const keepFixes = async (
  redis: Redis,
  keys: FixKeys,
  fixes: ReadonlyMap<string, Fix>,
): Promise<number> => {
  const [positions, tracks] = keys
  let sum = 0
  for (let ids = [...fixes.keys()]; ids.length > 0;) {
    const [held, known] = await Promise.all([redis.hmget(positions, ...ids), redis.hmget(tracks, ...ids)])
    const args = ids.flatMap((id, i) => {
      const fix = fixes.get(id)
      if (fix === undefined) return []
      const last = parsed(Fix, held[i])
      const track = tracked(parsed(Track, known[i]), last, fix)
      return [id, fix.at, last?.at ?? '', JSON.stringify(fix), JSON.stringify(track)]
    })
    const [taken, raced] = Kept.parse(await redis.eval(KEEP_LATER, keys.length, ...keys, ...args))
    sum += taken
    ids = raced
  }
  return sum
}

/** Erases the fix of one volunteer and what was worked out from it. */
export const forgetFix = async (redis: Redis, keys: FixKeys, volunteerId: string): Promise<void> => {
  await redis.eval(FORGET, keys.length, ...keys, volunteerId)
}
