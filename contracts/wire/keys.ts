/** Every name that the platform uses in Redis; nowhere else is one written. `prefix` separates installations. */
export const redisKeys = (prefix: string) => ({
  /** BullMQ's own prefix. */
  queues: `${prefix}:q`,
  /** Hash: last fix of each volunteer of an agency, by volunteer id. */
  positions: (agencyId: string) => `${prefix}:pos:${agencyId}`,
  /** Hash: whether the fixes of each volunteer can be true, by volunteer id. */
  tracks: (agencyId: string) => `${prefix}:trk:${agencyId}`,
  /** Set: volunteers with a passenger now. */
  trips: (agencyId: string) => `${prefix}:trip:${agencyId}`,
  /** Pub/sub channel: "there are more facts"; a hint, safe to lose. */
  poke: `${prefix}:poke`,
  /** Counters of rate limits. */
  limits: `${prefix}:rl`,
})
export type RedisKeys = ReturnType<typeof redisKeys>
