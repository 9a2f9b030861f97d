import mongoose from 'mongoose'
import type { Duty, Standing } from '#contracts/domain/volunteer/facts.ts'
import type { Filed, Person } from './documents.ts'
import type { Models } from './models.ts'
import { containing } from './search.ts'

export interface VolunteerFilter {
  agencyId: string
  duty?: Duty
  standing?: Standing
  partnerId?: string
  /**
   * Part of the name, plate or the partner's own ref; `phone`: the whole number that it may be. By parts of it somebody who may
   * not see a number could read it out, digit by digit.
   */
  search?: { text: string; phone: string | null }
  /** Id of the last volunteer of the page before. */
  after?: string
  limit: number
}

type VolunteerDoc = Filed<'volunteer'>
const MOST_PERSONS = 500

/** Reading volunteers. All lists are of one agency. */
export const createVolunteerQueries = (models: Models) => {
  const find = (filter: Record<string, unknown>) => models.volunteer.find(filter)

  const searched = async (agencyId: string, { text, phone }: NonNullable<VolunteerFilter['search']>) => {
    const like = containing(text)
    const called = phone === null ? [] : [{ phone }]
    const persons = await models.persons
      .find({ agencyId, $or: [{ displayName: like }, { plate: like }, ...called] })
      .select({ _id: 1 })
      .limit(MOST_PERSONS)
      .lean<Pick<Person, '_id'>[]>()
      .exec()
    return [{ 'state.ref': like }, { _id: mongoose.trusted({ $in: persons.map(({ _id }) => _id) }) }]
  }

  return {
    list: async (filter: VolunteerFilter): Promise<VolunteerDoc[]> => {
      const { agencyId, duty, standing, partnerId, search, after, limit } = filter
      return find({
        agencyId,
        ...(duty && { 'state.duty': duty }),
        ...(standing && { 'state.standing': standing }),
        ...(partnerId && { 'state.partnerId': partnerId }),
        ...(after && { _id: mongoose.trusted({ $gt: after }) }),
        ...(search && { $or: await searched(agencyId, search) }),
      })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<VolunteerDoc[]>()
        .exec()
    },

    byIds: async (agencyId: string, ids: readonly string[]): Promise<VolunteerDoc[]> =>
      find({ agencyId, _id: mongoose.trusted({ $in: [...ids] }) })
        .lean<VolunteerDoc[]>()
        .exec(),

    /** All records of one natural person with one partner, those who left too. */
    ofPerson: async (partnerId: string, personKey: string): Promise<VolunteerDoc[]> =>
      find({ 'state.partnerId': partnerId, 'state.personKey': personKey }).lean<VolunteerDoc[]>().exec(),

    /** All records of these natural persons in the agency, with any partner, but those who left. */
    ofPersons: async (agencyId: string, personKeys: readonly string[]): Promise<VolunteerDoc[]> =>
      find({
        agencyId,
        'state.personKey': mongoose.trusted({ $in: [...personKeys] }),
        'state.standing': mongoose.trusted({ $ne: 'withdrawn' }),
      })
        .lean<VolunteerDoc[]>()
        .exec(),

    /** All records of one natural person who is served without a platform, in any agency, but those who left. */
    byLink: async (personKey: string): Promise<VolunteerDoc[]> =>
      find({
        'state.personKey': personKey,
        'state.channel': 'link',
        'state.standing': mongoose.trusted({ $ne: 'withdrawn' }),
      })
        .lean<VolunteerDoc[]>()
        .exec(),

    /** Those who called for help outside a task and whom nobody has answered yet. */
    withSos: async (agencyId: string): Promise<VolunteerDoc[]> =>
      find({ agencyId, 'state.sosAt': mongoose.trusted({ $type: 'string' }) })
        .lean<VolunteerDoc[]>()
        .exec(),
  }
}
export type VolunteerQueries = ReturnType<typeof createVolunteerQueries>
