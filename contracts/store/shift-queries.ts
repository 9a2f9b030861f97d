import mongoose from 'mongoose'
import type { Filed } from './documents.ts'
import type { Models } from './models.ts'

/** Reading shifts. */
export const createShiftQueries = (models: Models) => ({
  /** The latest shifts of an agency, the present one first; `before`: when the last one that was shown began. */
  latest: async (agencyId: string, limit: number, before?: string): Promise<Filed<'shift'>[]> =>
    models.shift
      .find({
        agencyId,
        ...(before === undefined ? {} : { 'state.startedAt': mongoose.trusted({ $lt: before }) }),
      })
      .sort({ 'state.startedAt': -1 })
      .limit(limit)
      .lean<Filed<'shift'>[]>()
      .exec(),
})
export type ShiftQueries = ReturnType<typeof createShiftQueries>
