import type { Agency } from './documents.ts'
import type { Models } from './models.ts'

/** Agencies are reference data: written by an administrator, read by everybody. */
export const createAgencies = (models: Models) => ({
  save: async (agency: Agency): Promise<void> => {
    const { _id, ...rest } = agency
    await models.agencies.updateOne({ _id }, { $set: rest }, { upsert: true }).exec()
  },

  read: async (agencyId: string): Promise<Agency | null> =>
    models.agencies.findById(agencyId).lean<Agency>().exec(),

  all: async (): Promise<Agency[]> => models.agencies.find().sort({ _id: 1 }).lean<Agency[]>().exec(),
})
export type Agencies = ReturnType<typeof createAgencies>
