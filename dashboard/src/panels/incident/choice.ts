import type { IncidentFactOf } from '#contracts/domain/incident/facts.ts'
import type { FactView } from '#contracts/wire/routes/views.ts'

/** How somebody came to be asked. `reason`: the text in which a person said why. */
export type Choice = Pick<IncidentFactOf<'offer.created'>['data'], 'why' | 'chosenBy' | 'reason'>

/** From the fact by which he was asked, because the file forgets an offer that has ended; null when it is not among these. */
export const choiceOf = (facts: readonly FactView[], offerId: string): Choice | null => {
  const asked = facts.find(({ type, data }) => type === 'offer.created' && data['offerId'] === offerId)
  // The server wrote it by the schema of this type.
  return asked === undefined ? null : (asked.data as IncidentFactOf<'offer.created'>['data'])
}
