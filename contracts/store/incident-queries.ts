import mongoose from 'mongoose'
import { hasEnded } from '#contracts/domain/incident/moves.ts'
import { incidentStatuses, type IncidentStatus } from '#contracts/domain/incident/words.ts'
import type { Hazard, Severity } from '#contracts/domain/words.ts'
import type { Filed, StoredText } from './documents.ts'
import type { Models } from './models.ts'
import { containing } from './search.ts'

export interface IncidentFilter {
  agencyId: string
  statuses?: readonly IncidentStatus[]
  severity?: Severity
  hazard?: Hazard
  /** Typed by a person: part of the number or of the description; `kelurahan` are the codes that he may mean. */
  search?: { text: string; kelurahan: readonly string[] }
  /** Id of the last incident of the page before. */
  before?: string
  limit: number
}

type IncidentDoc = Filed<'incident'>
const NEWEST_FIRST = { 'state.reportedAt': -1, _id: -1 } as const
const openStatuses = incidentStatuses.filter((status) => !hasEnded(status))

/** Reading incident files. All lists are of one agency. */
export const createIncidentQueries = (models: Models) => {
  const find = (filter: Record<string, unknown>) => models.incident.find(filter)

  /**
   * Each incident is held against its own description, the newest first, until the page is full: however many others have
   * written the same word since or before, none is left out.
   */
  const searched = (
    among: Record<string, unknown>,
    { text, kelurahan }: NonNullable<IncidentFilter['search']>,
    limit: number,
  ): Promise<IncidentDoc[]> =>
    models.incident
      .aggregate<IncidentDoc>([
        { $match: among },
        { $sort: NEWEST_FIRST },
        {
          $lookup: {
            from: models.texts.collection.name,
            localField: 'state.descriptionId',
            foreignField: '_id',
            as: 'description',
          },
        },
        {
          $match: {
            $or: [
              { 'state.number': containing(text) },
              { 'state.place.kelurahan': { $in: kelurahan } },
              { 'description.body': containing(text) },
            ],
          },
        },
        { $limit: limit },
        { $unset: 'description' },
      ])
      .exec()

  /** Everything that comes after an incident in the order of the list. */
  const after = async (agencyId: string, id: string) => {
    const last = await models.incident.findOne({ _id: id, agencyId }).lean<IncidentDoc>().exec()
    const reportedAt = last?.state.reportedAt ?? ''
    return [
      { 'state.reportedAt': mongoose.trusted({ $lt: reportedAt }) },
      { 'state.reportedAt': reportedAt, _id: mongoose.trusted({ $lt: id }) },
    ]
  }

  return {
    /** Newest report first. */
    list: async (filter: IncidentFilter): Promise<IncidentDoc[]> => {
      const { agencyId, statuses, severity, hazard, search, before, limit } = filter
      const among = {
        agencyId,
        ...(statuses && { 'state.status': mongoose.trusted({ $in: [...statuses] }) }),
        ...(severity && { 'state.severity': severity }),
        ...(hazard && { 'state.hazard': hazard }),
        ...(before !== undefined && { $or: await after(agencyId, before) }),
      }
      if (search !== undefined) return searched(among, search, limit)
      return find(among).sort(NEWEST_FIRST).limit(limit).lean<IncidentDoc[]>().exec()
    },

    /** Is another incident marked as a duplicate of this one? */
    hasDuplicates: async (agencyId: string, id: string): Promise<boolean> =>
      (await models.incident.exists({ agencyId, 'state.status': 'duplicate', 'state.duplicateOf': id })) !==
      null,

    /** Those for which a volunteer has gone out, the latest first. */
    servedBy: async (agencyId: string, volunteerId: string, limit: number): Promise<IncidentDoc[]> =>
      find({ agencyId, 'state.assignments.volunteerId': volunteerId })
        .sort({ _id: -1 })
        .limit(limit)
        .lean<IncidentDoc[]>()
        .exec(),

    /**
     * Those with an alarm that stands. A release before 23 November 2026 let a call for help that somebody had seen lie in an
     * incident for ever: such a one is not among them once it has ended, unless somebody waits for a call.
     */
    withAlarms: async (agencyId: string): Promise<IncidentDoc[]> =>
      find({
        agencyId,
        'state.alarms.0.id': mongoose.trusted({ $exists: true }),
        $or: [
          { 'state.status': mongoose.trusted({ $in: openStatuses }) },
          { 'state.alarms.acknowledgedAt': null },
          { 'state.callback.at': mongoose.trusted({ $exists: true }), 'state.callback.doneAt': null },
        ],
      })
        .lean<IncidentDoc[]>()
        .exec(),

    /** Those that have ended while whoever reported them was promised a call that nobody has made. */
    endedWithCallback: async (agencyId: string): Promise<IncidentDoc[]> =>
      find({
        agencyId,
        'state.callback.at': mongoose.trusted({ $exists: true }),
        'state.callback.doneAt': null,
        'state.status': mongoose.trusted({ $nin: openStatuses }),
      })
        .lean<IncidentDoc[]>()
        .exec(),

    /** Every text of an incident by id, also those that were corrected since: the timeline shows them. */
    texts: async (incidentId: string): Promise<Record<string, string>> => {
      const found = await models.texts.find({ entityId: incidentId }).lean<StoredText[]>().exec()
      return Object.fromEntries(found.map(({ _id, body }) => [_id, body]))
    },
  }
}
export type IncidentQueries = ReturnType<typeof createIncidentQueries>
