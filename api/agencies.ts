import { Refusal } from '#contracts/domain/refusal.ts'
import type { Agencies } from '#contracts/store/agencies.ts'
import type { Agency } from '#contracts/store/documents.ts'

const FRESH_MS = 30_000

/** Reference data hardly ever changes: read anew every half minute, not on every request. `elapsedMs` only runs forward. */
export const createAgencyCache = (agencies: Agencies, elapsedMs: () => number) => {
  const known = new Map<string, { readAt: number; agency: Agency }>()
  const keep = (agency: Agency): void => void known.set(agency._id, { readAt: elapsedMs(), agency })
  return {
    /** Reads all of them, so that they are known when MongoDB goes away. */
    readAll: async (): Promise<void> => {
      for (const agency of await agencies.all()) keep(agency)
    },
    /**
     * The number to call when nobody can be asked whose it is: as last read, also while MongoDB is away. Null when none is
     * known, or when agencies have different ones.
     */
    poskoPhone: (): string | null => {
      const [phone = null, ...others] = new Set([...known.values()].map(({ agency }) => agency.poskoPhone))
      return others.length > 0 ? null : phone
    },
    /** @throws Refusal `not_found` */
    of: async (agencyId: string): Promise<Agency> => {
      const held = known.get(agencyId)
      if (held !== undefined && elapsedMs() - held.readAt < FRESH_MS) return held.agency
      const agency = await agencies.read(agencyId)
      if (agency === null) throw new Refusal('not_found', { agencyId })
      keep(agency)
      return agency
    },
  }
}
export type AgencyCache = ReturnType<typeof createAgencyCache>
