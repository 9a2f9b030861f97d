import mongoose from 'mongoose'
import type { Partner } from '#contracts/domain/partner/partner.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { Claim, Filed } from './documents.ts'
import type { Models } from './models.ts'
import { createService } from './service.ts'

const { trusted } = mongoose

/** Who could be asked, through whom, and what they have done. */
export const createRoster = (models: Models) => {
  const service = createService(models)

  return {
    /** All volunteers of an agency but those who have withdrawn. */
    volunteers: async (agencyId: string): Promise<Volunteer[]> => {
      const found = await models.volunteer
        .find({ agencyId, 'state.standing': trusted({ $ne: 'withdrawn' }) })
        .select({ state: 1 })
        .lean<Filed<'volunteer'>[]>()
        .exec()
      return found.map(({ state }) => state)
    },

    partners: async (agencyId: string): Promise<Map<string, Partner>> => {
      const found = await models.partner.find({ agencyId }).lean<Filed<'partner'>[]>().exec()
      return new Map(found.map(({ _id, state }) => [_id, state]))
    },

    /** Volunteer ids of these partners, also of those who have withdrawn. */
    idsOf: async (partnerIds: readonly string[]): Promise<Set<string>> => {
      if (partnerIds.length === 0) return new Set()
      const found = await models.volunteer
        .find({ 'state.partnerId': trusted({ $in: [...partnerIds] }) })
        .select({ _id: 1 })
        .lean<{ _id: string }[]>()
        .exec()
      return new Set(found.map(({ _id }) => _id))
    },

    /** Person keys of everybody bound to an offer or a task, in any agency. */
    bound: async (): Promise<Set<string>> => {
      const claims = await models.claims.find().select({ _id: 1 }).lean<Pick<Claim, '_id'>[]>().exec()
      return new Set(claims.map(({ _id }) => _id))
    },

    service: service.read,
  }
}
export type Roster = ReturnType<typeof createRoster>
