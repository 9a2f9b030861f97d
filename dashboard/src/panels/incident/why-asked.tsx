import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { useIncidentFacts } from '../../api/queries.ts'
import { useText } from '../../text/context.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { choiceOf, type Choice } from './choice.ts'
import { Why } from './why.tsx'

interface Props {
  detail: IncidentDetail
  offerId: string
  /** What the file still holds of it; the facts tell more. */
  known?: Choice
}

/** Why somebody was asked, also when his offer has ended. */
export const WhyAsked = ({ detail, offerId, known }: Props) => {
  const { incident: words, word } = useText()
  const facts = useIncidentFacts(detail.incident.id)
  const choice = choiceOf(facts.data?.facts ?? [], offerId) ?? known
  if (choice !== undefined) return <Why choice={choice} texts={detail.texts} />
  if (facts.isError) return <ProblemNote error={facts.error} onRetry={() => void facts.refetch()} />
  return <p className="text-soft">{facts.isFetching ? word.loading : words.offer.noWhy}</p>
}
