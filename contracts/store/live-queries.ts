import mongoose from 'mongoose'
import type { Instant } from '#contracts/domain/instant.ts'
import type { IncidentStatus } from '#contracts/domain/incident/words.ts'
import type { Filed } from './documents.ts'
import type { Models } from './models.ts'

const { trusted } = mongoose
const open: IncidentStatus[] = ['reported', 'verified', 'dispatching', 'responding', 'controlled']

/**
 * What a screen starts from. Read along an index whose keys never change: a document that moves in the index it is read by
 * may be passed over, and nothing that comes later would tell the screen of it.
 */
export const createLiveQueries = (models: Models) => ({
  /** Open incidents, and those that ended after a moment. */
  incidents: async (agencyId: string, endedAfter: Instant): Promise<Filed<'incident'>[]> =>
    models.incident
      .find({
        agencyId,
        $or: [{ 'state.status': trusted({ $in: open }) }, { 'state.endedAt': trusted({ $gt: endedAfter }) }],
      })
      .hint('agency_reported')
      .lean<Filed<'incident'>[]>()
      .exec(),

  /** Everybody who has not left. */
  volunteers: async (agencyId: string): Promise<Filed<'volunteer'>[]> =>
    models.volunteer
      .find({ agencyId, 'state.standing': trusted({ $ne: 'withdrawn' }) })
      .hint({ _id: 1 })
      .lean<Filed<'volunteer'>[]>()
      .exec(),
})
