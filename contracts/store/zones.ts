import mongoose from 'mongoose'
import type { Instant } from '#contracts/domain/instant.ts'
import type { Zone } from '#contracts/domain/zone/zone.ts'
import type { Filed } from './documents.ts'
import type { Models } from './models.ts'

const MOST = 500

/** Reading danger zones. */
export const createZones = (models: Models) => ({
  /** Those whose time had not passed at `since`, the newest first; ended ones too. */
  since: async (agencyId: string, since: Instant): Promise<Filed<'zone'>[]> =>
    models.zone
      .find({ agencyId, 'state.until': mongoose.trusted({ $gt: since }) })
      .sort({ 'state.drawnAt': -1, _id: -1 })
      .limit(MOST)
      .lean<Filed<'zone'>[]>()
      .exec(),

  /** Whether one that still holds began by the clock after `since`, up to `now`. */
  hasBegun: async (agencyId: string, since: Instant, now: Instant): Promise<boolean> =>
    (await models.zone.exists({
      agencyId,
      'state.endedAt': null,
      'state.from': mongoose.trusted({ $gt: since, $lte: now }),
      'state.until': mongoose.trusted({ $gt: now }),
    })) !== null,

  /** Those planned or active at `now`. */
  open: async (agencyId: string, now: Instant): Promise<Filed<'zone'>[]> =>
    models.zone
      .find({ agencyId, 'state.endedAt': null, 'state.until': mongoose.trusted({ $gt: now }) })
      .sort({ 'state.drawnAt': -1, _id: -1 })
      .lean<Filed<'zone'>[]>()
      .exec(),
})
export type Zones = ReturnType<typeof createZones>

export const statesOf = (docs: readonly Filed<'zone'>[]): Zone[] => docs.map(({ state }) => state)
