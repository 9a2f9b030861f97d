import mongoose from 'mongoose'
import type { Instant } from '#contracts/domain/instant.ts'
import { digest, type Ids } from '#contracts/runtime/ids.ts'
import type { Clock } from '#contracts/runtime/clock.ts'
import type { Filed, Person, StoredText } from './documents.ts'
import type { Models } from './models.ts'

const personParts = ['displayName', 'phone', 'plate'] as const
/** What lies apart from the facts of a volunteer; what is left out was not told. */
export type ToldOfPerson = Partial<Pick<Person, (typeof personParts)[number]>>

export interface TextRef {
  textId: string
  digest: string
}

/** Free text and persons lie apart from the facts, which know only ids and digests: they can be erased, the chain stays valid. */
export const createTexts = (models: Models, clock: Clock, ids: Ids) => ({
  /** Stores a text before the fact that refers to it; without the fact it is an orphan and harms nobody. */
  keep: async (agencyId: string, entityId: string, body: string): Promise<TextRef> => {
    const text = {
      _id: ids.next('txt'),
      agencyId,
      entityId,
      body,
      digest: digest(body),
      at: clock.now().toISOString(),
    }
    await models.texts.collection.insertOne(text as never)
    return { textId: text._id, digest: text.digest }
  },

  /** Bodies by id; an erased one is missing. */
  read: async (textIds: readonly string[]): Promise<Record<string, string>> => {
    const found = await models.texts
      .find({ _id: mongoose.trusted({ $in: [...textIds] }) })
      .lean<StoredText[]>()
      .exec()
    return Object.fromEntries(found.map((text) => [text._id, text.body]))
  },

  /** One body; null when nothing was written, or it was erased. */
  bodyOf: async (textId: string | null): Promise<string | null> =>
    textId === null ? null : ((await models.texts.findById(textId).lean<StoredText>().exec())?.body ?? null),

  keepPerson: async (person: Person): Promise<void> => {
    const { _id, ...rest } = person
    await models.persons.updateOne({ _id }, { $set: rest }, { upsert: true }).exec()
  },

  /**
   * Keeps what a fact has told of a volunteer: of each thing the latest word, in the order of his facts and not of the
   * writers; what was not told stays. `version`: the fact's. Nothing of somebody who has left since: a repeat must not bring
   * him back. Safe to do again.
   */
  keepTold: async (
    { _id, agencyId }: Pick<Person, '_id' | 'agencyId'>,
    told: ToldOfPerson,
    version: number,
  ): Promise<void> => {
    const left = { _id: _id as never, 'state.standing': 'withdrawn' }
    if ((await models.volunteer.collection.countDocuments(left)) > 0) return
    const kept = personParts.map((part) => [part, { $ifNull: [`$${part}`, null] }])
    const later = Object.entries(told).map(([part, said]) => {
      const isLatest = { $gte: [version, { $ifNull: [`$asOf.${part}`, 0] }] }
      return [part, { $cond: [isLatest, { $literal: said }, { $ifNull: [`$${part}`, null] }] }]
    })
    const asOf = Object.keys(told).map((part) => [`asOf.${part}`, { $max: [`$asOf.${part}`, version] }])
    await models.persons.collection.updateOne(
      { _id: _id as never },
      [{ $set: { agencyId, ...Object.fromEntries([...kept, ...later, ...asOf]) } }],
      { upsert: true },
    )
  },

  /** Erases who somebody was and all text that is filed under him. Safe to do again. */
  forget: async (entityIds: readonly string[]): Promise<number> => {
    const ids = mongoose.trusted({ $in: [...entityIds] })
    const { deletedCount } = await models.persons.deleteMany({ _id: ids }).exec()
    await models.texts.deleteMany({ entityId: ids }).exec()
    return deletedCount
  },

  /** Erases who reported incidents that ended before a moment. Volunteers who reported are people of their own. Returns how many. */
  forgetReporters: async (endedBefore: Instant): Promise<number> => {
    const reporters = await models.persons
      .find({ _id: mongoose.trusted({ $regex: '^rep_' }) })
      .select({ _id: 1 })
      .lean<Pick<Person, '_id'>[]>()
      .exec()
    const over = await models.incident
      .find({
        'state.reporterId': mongoose.trusted({ $in: reporters.map(({ _id }) => _id) }),
        'state.endedAt': mongoose.trusted({ $lt: endedBefore }),
      })
      .select({ 'state.reporterId': 1 })
      .lean<Pick<Filed<'incident'>, 'state'>[]>()
      .exec()
    const ids = over.flatMap(({ state }) => state.reporterId ?? [])
    return (await models.persons.deleteMany({ _id: mongoose.trusted({ $in: ids }) }).exec()).deletedCount
  },

  persons: async (personIds: readonly string[]): Promise<Map<string, Person>> => {
    const found = await models.persons
      .find({ _id: mongoose.trusted({ $in: [...personIds] }) })
      .lean<Person[]>()
      .exec()
    return new Map(found.map((person) => [person._id, person]))
  },
})
export type Texts = ReturnType<typeof createTexts>

/** Of a shorter one, such as of a telephone in an office, the ends together would be nearly all of it. */
const SHORT = 9

/** "+62812…78": enough to recognise a number, not to call it. */
export const maskPhone = (phone: string | null): string => {
  if (phone === null) return ''
  return `${phone.length < SHORT ? '' : phone.slice(0, 5)}…${phone.slice(-2)}`
}
