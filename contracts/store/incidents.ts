import { endedOffers } from '#contracts/domain/incident/read.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Background } from './background.ts'
import type { Claims } from './claims.ts'
import type { Change, Ledger, Op } from './ledger.ts'
import type { Models } from './models.ts'

export interface IncidentsOptions {
  models: Models
  ledger: Ledger
  claims: Claims
  background: Background
  /** Called when an ending is written and its people are still bound: where recovery tests stop the process. */
  atPoint?: (point: 'ended') => Promise<void>
}

/** The incident file, with the ending of claims that every change may bring about. */
export const createIncidents = ({ models, ledger, claims, background, atPoint }: IncidentsOptions) => {
  const freeEnded = (incidentId: string, change: Change<'incident'>): void => {
    const ended = endedOffers(change.state, change.facts)
    if (ended.length === 0) return
    background.run('end claims', async () => {
      await atPoint?.('ended')
      await claims.end(incidentId, ended)
    })
  }

  return {
    freeEnded,

    /** Changes an incident that exists. @throws Refusal `not_found` also for another agency's, and those of `decide` */
    change: async (
      id: string,
      op: Op,
      decide: (state: Incident, now: Instant) => IncidentFactBody[],
    ): Promise<Change<'incident'>> => {
      const change = await ledger.change('incident', id, op, (state, now) => {
        if (state === null || state.agencyId !== op.agencyId) throw new Refusal('not_found')
        return decide(state, now)
      })
      freeEnded(id, change)
      return change
    },

    /** The incident that holds or held this offer; null when there never was one. */
    ofOffer: async (offerId: string): Promise<string | null> =>
      (await models.incident.findOne({ 'state.asked.offerId': offerId }).select({ _id: 1 }).lean().exec())
        ?._id ?? null,

    /** The incident that holds this assignment. */
    ofAssignment: async (assignmentId: string): Promise<string | null> =>
      (
        await models.incident
          .findOne({ 'state.assignments.id': assignmentId })
          .select({ _id: 1 })
          .lean()
          .exec()
      )?._id ?? null,

    /** Where this volunteer has been out last, a few of them, newest first. */
    latestOf: async (volunteerId: string, limit = 5): Promise<string[]> => {
      const found = await models.incident
        .find({ 'state.assignments.volunteerId': volunteerId })
        .sort({ 'state.reportedAt': -1 })
        .limit(limit)
        .select({ _id: 1 })
        .lean<{ _id: string }[]>()
        .exec()
      return found.map(({ _id }) => _id)
    },
  }
}
export type Incidents = ReturnType<typeof createIncidents>
