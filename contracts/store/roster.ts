import mongoose from 'mongoose'
import { plusSeconds, type Instant } from '#contracts/domain/instant.ts'
import type { Partner } from '#contracts/domain/partner/partner.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { Claim, Filed, StoredFact } from './documents.ts'
import type { Models } from './models.ts'

const DAY_S = 24 * 3600
const { trusted } = mongoose

/** What the ledger tells of each volunteer lately, by volunteer id. */
export interface Service {
  /** Offers in the last 24 hours. */
  asked: Map<string, number>
  /** Tasks in the last 7 days that were completed, or that ended when he had been on the scene. */
  served: Map<string, number>
  /** When his last task ended that he had gone out for. */
  lastTaskAt: Map<string, Instant>
}

type Told = Pick<StoredFact, 'type' | 'at'> & {
  data: { volunteerId: string; assignmentId?: string; state?: string }
}

/** Ends of a task that tell nothing of how far he had come. */
const CUT_SHORT = ['assignment.stood_down', 'assignment.reassigned', 'assignment.released']
const TASK_FACTS = ['assignment.progressed', 'assignment.failed', ...CUT_SHORT]

/** Who could be asked, through whom, and what they have done. */
export const createRoster = (models: Models) => {
  const told = async (agencyId: string, types: readonly string[], since: Instant): Promise<Told[]> =>
    models.facts
      .find({ agencyId, type: trusted({ $in: [...types] }), at: trusted({ $gt: since }) })
      .select({ type: 1, at: 1, 'data.volunteerId': 1, 'data.assignmentId': 1, 'data.state': 1 })
      .lean<Told[]>()
      .exec()

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

    service: async (agencyId: string, now: Instant): Promise<Service> => {
      const [offers, tasks] = await Promise.all([
        told(agencyId, ['offer.created'], plusSeconds(now, -DAY_S)),
        told(agencyId, TASK_FACTS, plusSeconds(now, -7 * DAY_S)),
      ])
      const { worked, served } = endsOf(tasks)
      const lastTaskAt = new Map<string, Instant>()
      for (const { at, data } of worked)
        if (at > (lastTaskAt.get(data.volunteerId) ?? '')) lastTaskAt.set(data.volunteerId, at)
      return { asked: countByVolunteer(offers), served: countByVolunteer(served), lastTaskAt }
    },
  }
}
export type Roster = ReturnType<typeof createRoster>

/**
 * The ends of tasks that somebody had gone out for, after which he rests, and of those the ones he has served by. Called home
 * or replaced, it counts how far he had come: on his way he was out, on the scene he has served. Whoever gives a task back
 * himself has something behind him from the scene on.
 */
const endsOf = (tasks: readonly Told[]): { worked: Told[]; served: Told[] } => {
  const stepsOf = (step: (state: string | undefined) => boolean) =>
    new Set(tasks.filter(({ data }) => step(data.state)).map(({ data }) => data.assignmentId))
  const there = stepsOf((state) => state === 'on_scene' || state === 'working')
  const underWay = stepsOf((state) => state === 'en_route')
  const wasThere = ({ data: { assignmentId } }: Told) => there.has(assignmentId)
  const wasOut = (one: Told) =>
    wasThere(one) || (one.type !== 'assignment.released' && underWay.has(one.data.assignmentId))
  const completed = tasks.filter(({ data }) => data.state === 'completed')
  const cutShort = tasks.filter(({ type }) => CUT_SHORT.includes(type))
  const failed = tasks.filter(({ type }) => type === 'assignment.failed')
  return {
    worked: [...completed, ...failed, ...cutShort.filter(wasOut)],
    served: [...completed, ...cutShort.filter(wasThere)],
  }
}

const countByVolunteer = (facts: readonly Told[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const { data } of facts) counts.set(data.volunteerId, (counts.get(data.volunteerId) ?? 0) + 1)
  return counts
}
