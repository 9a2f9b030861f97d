import { Refusal } from '#contracts/domain/refusal.ts'
import type { Agencies } from '#contracts/store/agencies.ts'
import type { Agency } from '#contracts/store/documents.ts'

const FRESH_MS = 30_000

/** Reference data hardly ever changes: read anew every half minute, not on every request. `elapsedMs` only runs forward. */
export const createAgencyCache = (agencies: Agencies, elapsedMs: () => number) => {
  const known = new Map<string, { readAt: number; agency: Agency }>()
  return {
    /** @throws Refusal `not_found` */
    of: async (agencyId: string): Promise<Agency> => {
      const held = known.get(agencyId)
      if (held !== undefined && elapsedMs() - held.readAt < FRESH_MS) return held.agency
      const agency = await agencies.read(agencyId)
      if (agency === null) throw new Refusal('not_found', { agencyId })
      known.set(agencyId, { readAt: elapsedMs(), agency })
      return agency
    },
  }
}
export type AgencyCache = ReturnType<typeof createAgencyCache>
