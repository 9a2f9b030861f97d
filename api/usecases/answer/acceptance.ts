import type { Fact } from '#contracts/domain/fact.ts'
import { incidentFacts } from '#contracts/domain/incident/facts.ts'
import type { LateOutcome } from '#contracts/domain/incident/commands/answer.ts'

/** What a volunteer hears who said yes. A late yes may be confirmed on a new offer, which `offerId` names. */
export type Acceptance =
  { outcome: 'confirmed'; offerId: string; assignmentId: string } | { outcome: LateOutcome }

/**
 * The answer that follows from what was recorded under the opId of a yes, and from nothing else: whoever reads these
 * facts, in whatever process and however late, gives the same answer. Throws when there is none among them.
 */
export const acceptanceOf = (facts: readonly Fact[]): Acceptance => {
  for (const { type, data } of facts) {
    if (type === 'offer.accepted') {
      const { offerId, assignmentId } = incidentFacts['offer.accepted'].parse(data)
      return { outcome: 'confirmed', offerId, assignmentId }
    }
    if (type === 'acceptance.refused')
      return { outcome: incidentFacts['acceptance.refused'].parse(data).outcome }
  }
  throw new Error('nothing was recorded that answers a yes')
}
