import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { useIncidentFacts, useOpenIncidents } from '../../api/queries.ts'
import { useText } from '../../text/context.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Section } from '../../ui/section.tsx'
import { useAreas } from '../shared/areas.ts'
import { FactList } from '../shared/fact-list.tsx'
import { namesIn } from './names.ts'

/** Everything that happened to this incident. */
export const Timeline = ({ detail }: { detail: IncidentDetail }) => {
  const text = useText()
  const areas = useAreas()
  const facts = useIncidentFacts(detail.incident.id)
  const others = useOpenIncidents().data?.incidents
  return (
    <Section id="lini-masa" title={text.incident.timeline.title}>
      {facts.isError && <ProblemNote error={facts.error} onRetry={() => void facts.refetch()} />}
      {facts.isPending && <p className="text-soft">{text.word.loading}</p>}
      {facts.data &&
        (facts.data.facts.length === 0 ? (
          <p className="text-soft">{text.incident.timeline.empty}</p>
        ) : (
          <FactList
            facts={facts.data.facts}
            names={namesIn(detail, text, areas, others)}
            texts={detail.texts}
          />
        ))}
    </Section>
  )
}
