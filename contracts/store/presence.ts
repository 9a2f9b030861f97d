import type { Redis } from 'ioredis'
import mongoose from 'mongoose'
import { Track } from '#contracts/domain/volunteer/track.ts'
import type { RedisKeys } from '#contracts/wire/keys.ts'
import type { LastPlace } from './documents.ts'
import { Fix, fixKeys, forgetFix, keepFixes } from './keep-fixes.ts'
import type { Models } from './models.ts'

export type { Fix } from './keep-fixes.ts'

const COARSE_DIGITS = 3
const LAST_PLACE_EVERY_MS = 5 * 60_000

/** Where volunteers are: Redis for the last minutes, a coarse place in MongoDB so that an emptied Redis is not an empty city. */
export const createPresence = (models: Models, redis: Redis, keys: RedisKeys) => ({
  /** Takes fixes into account; older ones are ignored. Rejects when Redis is away. Returns how many were newer. */
  keep: async (agencyId: string, fixes: ReadonlyMap<string, Fix>): Promise<number> =>
    keepFixes(redis, fixKeys(keys, agencyId), fixes),

  /** All last fixes of an agency. Rejects when Redis is away. */
  all: async (agencyId: string): Promise<Map<string, Fix>> => {
    const held = await redis.hgetall(keys.positions(agencyId))
    return new Map(Object.entries(held).map(([id, json]) => [id, Fix.parse(JSON.parse(json))]))
  },

  /** Whether the fixes of each volunteer can be true. Rejects when Redis is away. */
  tracks: async (agencyId: string): Promise<Map<string, Track>> => {
    const held = await redis.hgetall(keys.tracks(agencyId))
    return new Map(Object.entries(held).map(([id, json]) => [id, Track.parse(JSON.parse(json))]))
  },

  /** Erases where somebody was. Rejects when Redis is away; then the coarse place is gone already. */
  forget: async (agencyId: string, volunteerId: string): Promise<void> => {
    await models.lastPlaces.deleteOne({ _id: volunteerId }).exec()
    await forgetFix(redis, fixKeys(keys, agencyId), volunteerId)
    await redis.srem(keys.trips(agencyId), volunteerId)
  },

  /** With a passenger? Told by the partner; unknown is no. */
  setTrip: async (agencyId: string, volunteerId: string, onTrip: boolean): Promise<void> => {
    if (onTrip) await redis.sadd(keys.trips(agencyId), volunteerId)
    else await redis.srem(keys.trips(agencyId), volunteerId)
  },
  trips: async (agencyId: string): Promise<Set<string>> =>
    new Set(await redis.smembers(keys.trips(agencyId))),

  /** Writes the coarse place of each volunteer whose stored one is older than five minutes. Returns how many. */
  keepCoarse: async (agencyId: string, fixes: ReadonlyMap<string, Fix>, now: Date): Promise<number> => {
    const since = new Date(now.getTime() - LAST_PLACE_EVERY_MS).toISOString()
    const recent = await models.lastPlaces
      .find({ agencyId, at: mongoose.trusted({ $gt: since }) })
      .select({ _id: 1 })
      .lean<Pick<LastPlace, '_id'>[]>()
      .exec()
    const fresh = new Set(recent.map(({ _id }) => _id))
    const due = [...fixes].filter(([id, { at }]) => !fresh.has(id) && at > since)
    if (due.length === 0) return 0
    await models.lastPlaces.bulkWrite(
      due.map(([_id, { lat, lng, at }]) => ({
        updateOne: {
          filter: { _id },
          update: {
            $set: {
              agencyId,
              lat: Number(lat.toFixed(COARSE_DIGITS)),
              lng: Number(lng.toFixed(COARSE_DIGITS)),
              accuracyM: 100,
              at,
            },
          },
          upsert: true,
        },
      })),
    )
    return due.length
  },

  coarse: async (agencyId: string): Promise<Map<string, LastPlace>> => {
    const places = await models.lastPlaces.find({ agencyId }).lean<LastPlace[]>().exec()
    return new Map(places.map((place) => [place._id, place]))
  },
})
export type Presence = ReturnType<typeof createPresence>
