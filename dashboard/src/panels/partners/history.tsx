import { usePartnerFacts } from '../../api/partner-queries.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { Loading } from '../../ui/empty.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { FactList } from '../shared/fact-list.tsx'

/** Sentences about a partner name nobody else. */
const itself = (id: string): string => id
const names = { who: itself, need: itself, area: itself, incident: itself }

/** What happened to a partner, who did it and why. */
export const History = ({ id }: { id: string }) => {
  const { word } = useOfficeText()
  const query = usePartnerFacts(id)
  return (
    <div className="px-4 py-3.5 lg:px-5">
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Loading label={word.loading} />}
      {query.data && <FactList facts={query.data.facts} texts={query.data.texts} names={names} />}
    </div>
  )
}
