import mongoose from 'mongoose'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Partner } from '#contracts/domain/partner/partner.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { Filed } from './documents.ts'
import type { Models } from './models.ts'

/** An assignment that waits for a word of its volunteer. */
export interface Waiting {
  incidentId: string
  who: { assignmentId: string; volunteerId: string; partnerId: string }
}

/** What a partner's messages and questions need to find. */
export const createPartnerQueries = (models: Models) => ({
  /** Every partner of every agency: a handful for each. */
  all: async (): Promise<Partner[]> => {
    const docs = await models.partner.find().lean<Filed<'partner'>[]>().exec()
    return docs.map(({ state }) => state)
  },

  /** The partner's volunteers by his own names for them; unknown names are missing. */
  volunteersByRef: async (partnerId: string, refs: readonly string[]): Promise<Map<string, Volunteer>> => {
    const docs = await models.volunteer
      .find({ 'state.partnerId': partnerId, 'state.ref': mongoose.trusted({ $in: [...refs] }) })
      .lean<Filed<'volunteer'>[]>()
      .exec()
    return new Map(docs.map(({ state }) => [state.ref, state]))
  },

  /** The check-in that waits for this volunteer's answer, whatever became of his task. */
  checkinOf: async ({ id, agencyId, partnerId }: Volunteer): Promise<Waiting | null> => {
    const asked = {
      volunteerId: id,
      partnerId,
      'checkin.requestedAt': { $type: 'string' },
      'checkin.answeredAt': null,
    }
    const doc = await models.incident
      .findOne({ agencyId, 'state.assignments': mongoose.trusted({ $elemMatch: asked }) })
      .lean<Filed<'incident'>>()
      .exec()
    const assignment = doc?.state.assignments.find(
      ({ volunteerId, checkin }) => volunteerId === id && checkin?.answeredAt === null,
    )
    if (doc === null || assignment === undefined) return null
    return { incidentId: doc._id, who: { assignmentId: assignment.id, volunteerId: id, partnerId } }
  },

  /** Incidents in which this partner's volunteers have offers without an answer. */
  askingThrough: async (agencyId: string, partnerId: string): Promise<Incident[]> => {
    const docs = await models.incident
      .find({
        agencyId,
        'state.status': mongoose.trusted({ $in: ['dispatching', 'responding'] }),
        'state.offers.partnerId': partnerId,
      })
      .lean<Filed<'incident'>[]>()
      .exec()
    return docs.map(({ state }) => state)
  },
})
export type PartnerQueries = ReturnType<typeof createPartnerQueries>
