import type { DeliveryBody } from '#contracts/wire/partner/deliveries.ts'
import { partnerEvents, type PartnerEventData } from '#contracts/wire/partner/events.ts'
import { beta, lognormal, pick, type Random } from './random.ts'
import type { Shares } from './settings.ts'

export const reactionKinds = ['accept', 'decline', 'silent', 'late'] as const
export type ReactionKind = (typeof reactionKinds)[number]
export type Offered = DeliveryBody<'offer.created'>
export type DeclineReason = NonNullable<PartnerEventData<'offer.declined'>['reason']>

/** What a driver does with an offer. `late`: his yes comes when the offer is dead. */
export interface Reaction {
  kind: ReactionKind
  /** Seconds of life until he answers; for `late`, from the end of the offer on. */
  afterS: number
  reason: DeclineReason
}

const reasons = partnerEvents['offer.declined'].shape.reason.unwrap().options
/** Median seconds until an answer: a yes takes thought, a no is quick. Both well before an offer dies. */
const MEDIAN_S = { accept: 40, decline: 20, silent: 0, late: 5 } as const satisfies Record<
  ReactionKind,
  number
>
const LONGEST_S = 150

/** How much people differ: the sum of both shapes of the Beta distribution. At 4 some nearly always come, some hardly ever. */
const LIKENESS = 4

/** The probability that this person says yes, around the share of all offers that are to be accepted. */
export const drawReadiness = (random: Random, shares: Shares): number => {
  const yes = 1 - noes(shares) / 100
  return beta(random, LIKENESS * yes, LIKENESS * (1 - yes))
}

const noes = ({ decline, silent, late }: Shares): number => decline + silent + late

/** Draws a reaction. Always the same number of draws, so that a script does not shift what comes after it. */
export const drawReaction = (
  random: Random,
  readiness: number,
  shares: Shares,
  scripted?: ReactionKind,
): Reaction => {
  const drawn = drawKind(random(), readiness, shares)
  const reason = pick(random, reasons)
  const spread = lognormal(random, 1, 0.6)
  const kind = scripted ?? drawn
  return { kind, reason, afterS: Math.min(LONGEST_S, MEDIAN_S[kind] * spread) }
}

const drawKind = (luck: number, readiness: number, shares: Shares): ReactionKind => {
  if (luck < readiness) return 'accept'
  const { decline, silent } = shares
  const rest = ((luck - readiness) / (1 - readiness)) * noes(shares)
  if (rest < decline) return 'decline'
  return rest < decline + silent ? 'silent' : 'late'
}
