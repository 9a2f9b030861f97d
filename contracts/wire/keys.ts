/** Every name that the platform uses in Redis; nowhere else is one written. `prefix` separates installations. */
export const redisKeys = (prefix: string) => ({
  /** BullMQ's own prefix. */
  queues: `${prefix}:q`,
  /** Hash: last fix of each volunteer of an agency, by volunteer id. */
  positions: (agencyId: string) => `${prefix}:pos:${agencyId}`,
  /** Hash: whether the fixes of each volunteer can be true, by volunteer id. */
  tracks: (agencyId: string) => `${prefix}:trk:${agencyId}`,
  /** Sorted set: which volunteers' fixes changed, by the number of their last change. */
  changes: (agencyId: string) => `${prefix}:poschg:${agencyId}`,
  /** Hash: the number of the last change of a fix, and since when they are counted. */
  counted: (agencyId: string) => `${prefix}:posnum:${agencyId}`,
  /** Set: volunteers with a passenger now. */
  trips: (agencyId: string) => `${prefix}:trip:${agencyId}`,
  /** Hash: who has which incident's file open, by connection; gone within seconds when nobody renews it. */
  lookers: (agencyId: string) => `${prefix}:look:${agencyId}`,
  /** Pub/sub channel: "there are more facts"; a hint, safe to lose. */
  poke: `${prefix}:poke`,
  /** Counters of rate limits. */
  limits: `${prefix}:rl`,
})
export type RedisKeys = ReturnType<typeof redisKeys>
