import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { useIncidentFacts } from '../../api/queries.ts'
import { useText } from '../../text/context.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { choiceOf } from './choice.ts'
import { Why } from './why.tsx'

/** Why somebody was asked whose offer has ended: with his yes, or otherwise. */
export const WhyAsked = ({ detail, offerId }: { detail: IncidentDetail; offerId: string }) => {
  const { incident: words, word } = useText()
  const facts = useIncidentFacts(detail.incident.id)
  const choice = choiceOf(facts.data?.facts ?? [], offerId)
  if (choice !== null) return <Why choice={choice} texts={detail.texts} />
  if (facts.isError) return <ProblemNote error={facts.error} onRetry={() => void facts.refetch()} />
  return <p className="text-soft">{facts.isFetching ? word.loading : words.offer.noWhy}</p>
}
