import type { Instant } from '#contracts/domain/instant.ts'
import type { Lease } from './documents.ts'
import type { Models } from './models.ts'

/** The lease of whoever calls people when nobody looks at a screen (worker/watch). */
export const WATCH_LEASE = 'watch'

/** Raised by every worker that runs, whichever of them holds it. */
export const WORKER_LEASE = 'worker'

/** Signs of life: whoever runs keeps a lease; until when it holds says when it was last alive. */
export const createHeartbeats = (models: Models) => ({
  /** One of several is alive: it counts until then at least, and nobody's end takes that back. */
  beat: async (name: string, holder: string, until: Instant): Promise<void> => {
    await models.leases
      .updateOne({ _id: name }, { $set: { holder }, $max: { until } }, { upsert: true })
      .exec()
  },

  /** Until when the lease of this name holds or held; null when nobody ever took it. */
  until: async (name: string): Promise<Instant | null> =>
    (await models.leases.findById(name).lean<Lease>().exec())?.until ?? null,
})
export type Heartbeats = ReturnType<typeof createHeartbeats>
