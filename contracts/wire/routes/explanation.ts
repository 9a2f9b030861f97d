import { z } from 'zod'
import { OfferPosition, OfferWhy } from '#contracts/domain/incident/facts.ts'
import { needStatuses } from '#contracts/domain/incident/words.ts'
import { Instant } from '#contracts/domain/instant.ts'
import type { Route } from './route.ts'

const Counts = z.record(z.string(), z.int())

/** Why this volunteer: parts of the cost in minutes, where he is known from, the chance of a yes and what asking him wins. */
const OfferExplained = z.object({
  offerId: z.string(),
  needId: z.string(),
  volunteerId: z.string(),
  at: Instant,
  chosenBy: z.enum(['match', 'late_answer', 'hand']),
  why: OfferWhy.nullable(),
  position: OfferPosition.nullable(),
  /** What he himself is told. */
  sentence: z.object({ id: z.string(), en: z.string() }),
})

/** What the latest round that wrote something found for a need. */
const WaveExplained = z.object({
  at: Instant,
  wave: z.int(),
  ring: z.int(),
  wanted: z.int(),
  chance: z.number().nullable(),
  considered: z.int(),
  /** Of those considered and not asked, how many for each reason. */
  reasons: Counts,
  /** How many it asked for this need; absent in waves of earlier releases. */
  asked: z.int().optional(),
  /** What would help, when fewer were asked than slots were open. */
  remedies: z.array(z.string()).optional(),
  policyVersion: z.string(),
  roundId: z.string().nullable(),
  /** `greedy`: too many wanted the same people to find the best assignment, so the most urgent need chose first. */
  solver: z.enum(['exact', 'greedy']),
})

const NeedExplained = z.object({
  needId: z.string(),
  status: z.enum(needStatuses),
  slots: z.object({ wanted: z.int(), filled: z.int() }),
  wave: WaveExplained.nullable(),
  /**
   * Null when every slot is filled. `waiting`: people are asked and may still answer; `nobody_left`: nobody else can be asked for
   * the slots above those `asked`.
   */
  unfilled: z
    .object({
      slots: z.int(),
      why: z.enum(['not_searched', 'waiting', 'nobody_left']),
      asked: z.int(),
      remedies: z.array(z.string()),
    })
    .nullable(),
  /** Volunteer ids by reason; null when the round is no longer kept, was too large, or this person may not see volunteers. */
  notAsked: z.record(z.string(), z.array(z.string())).nullable(),
})

/** Why these people, why not others, and what would help. */
export const explanationRoutes = {
  readExplanation: {
    method: 'get',
    path: '/incidents/:id/explanation',
    action: 'incident.read',
    summary: 'Why these volunteers were asked, why others were not, and what would fill what is lacking.',
    params: z.strictObject({ id: z.string().min(1).max(80) }),
    status: 200,
    response: z.object({
      version: z.int(),
      offers: z.array(OfferExplained),
      needs: z.array(NeedExplained),
    }),
  },
} as const satisfies Record<string, Route>
