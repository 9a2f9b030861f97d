import type { IncidentFactOf } from '#contracts/domain/incident/facts.ts'
import type { FactView } from '#contracts/wire/routes/views.ts'

type Created = IncidentFactOf<'offer.created'>['data']

/** How somebody came to be asked. `reason`: the text in which a person said why. */
export interface Choice extends Pick<Created, 'why' | 'chosenBy' | 'reason' | 'despiteRules'> {
  /** The round was too large for the best assignment. */
  isGreedy?: boolean
}

/** From the facts by which he was asked, because the file forgets an offer that has ended; null when it is not among these. */
export const choiceOf = (facts: readonly FactView[], offerId: string): Choice | null => {
  const asked = facts.find(({ type, data }) => type === 'offer.created' && data['offerId'] === offerId)
  if (asked === undefined) return null
  // A wave is one change of the document with the offers in it.
  const wave = facts.find(({ type, version }) => type === 'wave.opened' && version === asked.version)
  // The server wrote it by the schema of this type.
  return { ...(asked.data as Created), isGreedy: wave?.data['solver'] === 'greedy' }
}
