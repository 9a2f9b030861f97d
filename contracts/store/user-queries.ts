import mongoose from 'mongoose'
import type { Filed } from './documents.ts'
import type { Models } from './models.ts'

/** Reading users. */
export const createUserQueries = (models: Models) => ({
  /** All users of an agency, also those who are disabled. */
  ofAgency: async (agencyId: string): Promise<Filed<'user'>[]> =>
    models.user.find({ agencyId }).sort({ _id: 1 }).lean<Filed<'user'>[]>().exec(),

  /** Is there an administrator who can sign in, besides this user? */
  hasAdminBesides: async (agencyId: string, userId: string): Promise<boolean> =>
    (await models.user
      .findOne({
        agencyId,
        'state.role': 'admin',
        'state.status': 'enabled',
        _id: mongoose.trusted({ $ne: userId }),
      })
      .select({ _id: 1 })
      .lean()
      .exec()) !== null,
})
export type UserQueries = ReturnType<typeof createUserQueries>
