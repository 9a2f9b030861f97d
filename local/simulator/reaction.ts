import type { DeliveryBody } from '#contracts/wire/partner/deliveries.ts'
import { partnerEvents, type PartnerEventData } from '#contracts/wire/partner/events.ts'
import { lognormal, pick, type Random } from './random.ts'
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

/** How ready this person is to help, around 1: some nearly always come, some hardly ever. */
export const drawTemper = (random: Random): number => 0.6 + 0.8 * random()

/** Draws a reaction. Always the same number of draws, so that a script does not shift what comes after it. */
export const drawReaction = (
  random: Random,
  temper: number,
  shares: Shares,
  scripted?: ReactionKind,
): Reaction => {
  const drawn = drawKind(random(), temper, shares)
  const reason = pick(random, reasons)
  const spread = lognormal(random, 1, 0.6)
  const kind = scripted ?? drawn
  return { kind, reason, afterS: Math.min(LONGEST_S, MEDIAN_S[kind] * spread) }
}

const drawKind = (luck: number, temper: number, { decline, silent, late }: Shares): ReactionKind => {
  const noes = decline + silent + late
  const yes = noes === 0 ? 1 : Math.min(1, ((100 - noes) / 100) * temper)
  if (luck < yes) return 'accept'
  const rest = ((luck - yes) / (1 - yes)) * noes
  if (rest < decline) return 'decline'
  return rest < decline + silent ? 'silent' : 'late'
}
