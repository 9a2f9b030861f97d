import { pairsOf } from '../matching/decide.ts'
import type { RoundInput } from '../matching/types.ts'

/** About as many people are asked for one slot. */
const ASKED = 7
/** A pair that several needs compete for is looked at in every ring, sorted and solved again: measured, up to ten times the work. */
const CONTENDED = 10

/**
 * How much a round takes to decide, in pairs of need and volunteer that nobody else wants. What costs is not the pairs alone:
 * 30 needs with 300 people took as long as ten times as many pairs where hardly two needs want the same.
 */
export const effortOf = (input: RoundInput): number => {
  const free = input.candidates.filter(
    ({ duty, standing, claimed }) => duty === 'on' && standing === 'active' && !claimed,
  ).length
  const slots = input.incidents.flatMap(({ needs }) => needs).reduce((sum, need) => sum + need.openSlots, 0)
  const contention = Math.min(1, (slots * ASKED) / Math.max(1, free))
  return Math.round(pairsOf(input) * (1 + CONTENDED * contention))
}
