import type { Partner } from '#contracts/domain/partner/partner.ts'
import { countingSecrets } from '#contracts/domain/partner/secrets.ts'
import type { Clock } from '#contracts/runtime/clock.ts'
import type { PartnerQueries } from '#contracts/store/partner-queries.ts'
import type { Secrets } from '#contracts/store/secrets.ts'

/** How long a disabled partner or a retired secret may still count. */
const FRESH_MS = 5000
/** Strangers cannot make us ask the database more often than this each second. */
const MISSES_A_SECOND = 20

/** A partner with the open secrets that he signs with. */
export interface Known {
  partner: Partner
  secrets: readonly string[]
}

interface Reading {
  readAt: number
  partners: Promise<Partner[]>
  opened: Map<string, Promise<string[]>>
}

/**
 * Who may write to us, read whole (a few partners for each agency) and kept for some seconds; somebody new, or a
 * new secret, is found at once. Two agencies may call different partners by the same ref: the signature tells which one it is. `elapsedMs` only
 * runs forward.
 */
export const createDirectory = (
  queries: PartnerQueries,
  secrets: Secrets,
  clock: Clock,
  elapsedMs: () => number,
) => {
  let held: Reading | null = null
  let misses = { since: 0, count: 0 }

  const readAnew = (): Reading => {
    const reading: Reading = { readAt: elapsedMs(), partners: queries.all(), opened: new Map() }
    held = reading
    // A failed reading is nobody's answer but its own.
    reading.partners.catch(() => {
      if (held === reading) held = null
    })
    return reading
  }

  const mayMiss = (): boolean => {
    if (elapsedMs() - misses.since >= 1000) misses = { since: elapsedMs(), count: 0 }
    misses.count += 1
    return misses.count <= MISSES_A_SECOND
  }

  const secretsOf = ({ opened }: Reading, partner: Partner): Promise<string[]> => {
    const { id } = partner
    const active = countingSecrets(partner, 'in', clock.now().toISOString())
    const found = opened.get(id) ?? secrets.open(active.map(({ secretId }) => secretId))
    opened.set(id, found)
    found.catch(() => opened.delete(id))
    return found
  }

  const knownIn = async (reading: Reading, ref: string): Promise<Known[]> => {
    const named = (await reading.partners).filter((partner) => partner.ref === ref)
    return Promise.all(
      named.map(async (partner) => ({ partner, secrets: await secretsOf(reading, partner) })),
    )
  }

  const isFresh = (): boolean => held !== null && elapsedMs() - held.readAt < FRESH_MS

  return {
    /** Everybody with this ref; empty when nobody has it. */
    byRef: (ref: string): Promise<readonly Known[]> =>
      knownIn(isFresh() && held !== null ? held : readAnew(), ref),

    /** The same, read anew: what is held does not know him or his secret. Null when that was done too often just now. */
    anew: async (ref: string): Promise<readonly Known[] | null> =>
      mayMiss() ? knownIn(readAnew(), ref) : null,
  }
}
export type Directory = ReturnType<typeof createDirectory>
