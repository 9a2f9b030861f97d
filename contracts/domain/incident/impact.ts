import { z } from 'zod'

const count = z.int().nonnegative().max(1_000_000).nullable()

/**
 * What an event has done, in numbers of people, households and houses. A zero was looked for and not found ("Nihil"); null is
 * not known yet.
 */
export const Impact = z.object({
  dead: count,
  missing: count,
  injured: count,
  displaced: count,
  /** Affected: households (KK) and persons (jiwa). */
  households: count,
  persons: count,
  housesHeavy: count,
  housesModerate: count,
  housesLight: count,
  housesFlooded: count,
})
export type Impact = z.infer<typeof Impact>

/** Has everything been looked for? */
export const isCounted = (impact: Impact): boolean =>
  Object.values(Impact.parse(impact)).every((known) => known !== null)

const textId = z.string().max(80).nullable()

/** What is told in words beside the numbers; by the id of the text, null where nothing was told. */
export const ImpactTexts = z.object({
  cause: textId,
  condition: textId,
  efforts: textId,
  urgentNeeds: textId,
})
export type ImpactTexts = z.infer<typeof ImpactTexts>

/** Part of the facts of an incident; each record replaces the one before as the present picture. */
export const impactFacts = { 'impact.recorded': Impact.extend(ImpactTexts.shape) } as const
export type ImpactRecord = z.infer<(typeof impactFacts)['impact.recorded']>
