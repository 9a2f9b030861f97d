import mongoose from 'mongoose'
import type { Instant } from '#contracts/domain/instant.ts'
import type { StoredFact } from './documents.ts'
import type { Models } from './models.ts'

type Refused = Pick<StoredFact, 'entityId'> & { data: { volunteerId: string; reason: string } }

/** Who said no, or left an offer unanswered. An offer that never reached him is no refusal. */
export const createRefusals = (models: Models) => ({
  /** The incident that each volunteer refused last, after a moment, by volunteer id. */
  since: async (agencyId: string, moment: Instant): Promise<Map<string, string>> => {
    const types = ['offer.declined', 'offer.expired']
    const found = await models.facts
      .find({ agencyId, type: mongoose.trusted({ $in: types }), at: mongoose.trusted({ $gt: moment }) })
      .sort({ at: 1 })
      .select({ entityId: 1, 'data.volunteerId': 1, 'data.reason': 1 })
      .lean<Refused[]>()
      .exec()
    const heard = found.filter(({ data }) => data.reason !== 'undelivered')
    return new Map(heard.map(({ entityId, data }) => [data.volunteerId, entityId]))
  },
})
