import type { Fact } from '../fact.ts'
import { type Instant, plusSeconds } from '../instant.ts'

/** Whether somebody's phone answered of late. */
export interface Lately {
  /** When he was asked and kept silent, since he last answered, as far as it counted at the last of them; the newest last. */
  silences: readonly Instant[]
  /** When he last answered, though his yes came too late or to an operator's call; a no that comes too late leaves no fact. */
  answeredAt: Instant | null
}

export const NOTHING_LATELY: Lately = { silences: [], answeredAt: null }

/** A network that a storm took away is back, or its man has found another place, within a quarter of a day. */
export const SILENCE_COUNTS_S = 6 * 3600

export const silentAt = ({ silences, answeredAt }: Lately, askedAt: Instant): Lately => ({
  silences: [...silences.filter((at) => at > plusSeconds(askedAt, -SILENCE_COUNTS_S)), askedAt],
  answeredAt,
})

export const heardAt = (at: Instant): Lately => ({ silences: [], answeredAt: at })

/** The facts that `foldLately` understands beside `offer.expired`: he said something, whatever came of it. */
const heardFacts = ['offer.accepted', 'offer.declined', 'acceptance.refused'] as const
export const latelyFacts = [...heardFacts, 'offer.expired'] as const
const isHeard = new Set<string>(heardFacts)

/** Adds one fact, in the order of the ledger. `askedAt`: when the offer was made that the fact ends; null: it ends none that counts. */
export const foldLately = (
  lately: Lately | undefined,
  { type, at, data }: Pick<Fact, 'type' | 'at' | 'data'>,
  askedAt: Instant | null,
): Lately | undefined => {
  if (isHeard.has(type)) return heardAt(at)
  const isSilent = type === 'offer.expired' && data['reason'] === 'no_answer'
  return isSilent && askedAt !== null ? silentAt(lately ?? NOTHING_LATELY, askedAt) : lately
}

const latest = (instants: readonly (Instant | null)[]): Instant =>
  instants.reduce<Instant>((last, one) => (one !== null && one > last ? one : last), '')

/**
 * How often in a row a person was asked and kept silent, by whichever of his records, in the hours before `now` that count and since
 * his last sign of life: an answer, or `aliveAt`, when his phone last showed that it is reached.
 */
export const silencesOf = (own: readonly Lately[], now: Instant, aliveAt: Instant | null = null): number => {
  const since = latest([
    plusSeconds(now, -SILENCE_COUNTS_S),
    aliveAt,
    ...own.map(({ answeredAt }) => answeredAt),
  ])
  return own.flatMap(({ silences }) => silences).filter((at) => at > since).length
}
