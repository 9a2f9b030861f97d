import type { Redis } from 'ioredis'
import { z } from 'zod'
import { Track, tracked } from '#contracts/domain/volunteer/track.ts'

/** The last fix of a volunteer. `at` is when the phone took it. */
export const Fix = z.object({
  lat: z.number(),
  lng: z.number(),
  accuracyM: z.number().nullable(),
  at: z.string(),
})
export type Fix = z.infer<typeof Fix>

// Compare and set in Redis: of two fixes the later one stays, in whatever order they arrive. The track of each was
// worked out from the fix that was held when it was read; where another one came meanwhile, the caller reads again.
const KEEP_LATER = `
local taken = 0
local raced = {}
for i = 1, #ARGV, 5 do
  local held = redis.call('HGET', KEYS[1], ARGV[i])
  local heldAt = held and cjson.decode(held)['at'] or ''
  if heldAt < ARGV[i + 1] then
    if heldAt == ARGV[i + 2] then
      redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 3])
      redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 4])
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

/** Where the hashes of an agency lie. */
export interface FixKeys {
  positions: string
  tracks: string
}

/** Keeps fixes that are later than those held, and goes on with the track of each. Returns how many were later. */
export const keepFixes = async (
  redis: Redis,
  { positions, tracks }: FixKeys,
  fixes: ReadonlyMap<string, Fix>,
): Promise<number> => {
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
    const [taken, raced] = Kept.parse(await redis.eval(KEEP_LATER, 2, positions, tracks, ...args))
    sum += taken
    ids = raced
  }
  return sum
}
