import mongoose from 'mongoose'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Credential } from './documents.ts'
import type { Models } from './models.ts'
import { isDuplicateKey } from './errors.ts'

/** Sign-in names, display names and password hashes of users; apart from the facts. `_id` is the user's id. */
export const createCredentials = (models: Models) => ({
  /** Keeps or replaces the credential of one user. @throws Refusal `login_taken` when another user signs in by that name */
  keep: async ({ _id, ...rest }: Credential): Promise<void> => {
    try {
      await models.credentials.updateOne({ _id }, { $set: rest }, { upsert: true }).exec()
    } catch (error) {
      if (isDuplicateKey(error)) throw new Refusal('login_taken')
      throw error
    }
  },

  /** Keeps the first credential of a user. @throws Refusal `login_taken` when there is one already, of him or of that name */
  add: async (credential: Credential): Promise<void> => {
    try {
      await models.credentials.collection.insertOne(credential as never)
    } catch (error) {
      if (isDuplicateKey(error)) throw new Refusal('login_taken')
      throw error
    }
  },

  ofLogin: async (login: string): Promise<Credential | null> =>
    models.credentials.findOne({ login }).lean<Credential>().exec(),

  ofUser: async (userId: string): Promise<Credential | null> =>
    models.credentials.findById(userId).lean<Credential>().exec(),

  /** All credentials of an agency, by user id. */
  ofAgency: async (agencyId: string): Promise<Map<string, Credential>> => {
    const found = await models.credentials.find({ agencyId }).lean<Credential[]>().exec()
    return new Map(found.map((credential) => [credential._id, credential]))
  },

  /** Display names by user id, for those who exist. */
  names: async (userIds: readonly string[]): Promise<Map<string, string>> => {
    const found = await models.credentials
      .find({ _id: mongoose.trusted({ $in: [...userIds] }) })
      .select({ displayName: 1 })
      .lean<Pick<Credential, '_id' | 'displayName'>[]>()
      .exec()
    return new Map(found.map(({ _id, displayName }) => [_id, displayName]))
  },
})
export type Credentials = ReturnType<typeof createCredentials>
