import type { Incident } from '#contracts/domain/incident/state.ts'
import { useIncidentFacts } from '../../api/queries.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { Button } from '../../ui/button.tsx'
import { decisionIn } from './waiting.ts'

interface Props {
  incident: Incident
  hasNext: boolean
  onNext: () => void
}

/** Somebody else has decided this report while it was open here: who, what, and the way on. */
export const DecidedNote = ({ incident, hasNext, onNext }: Props) => {
  const { desk, labels, word } = useOfficeText()
  const { verification: words } = desk
  const facts = useIncidentFacts(incident.id)
  const name = decisionIn(facts.data?.facts ?? [])?.byName ?? null
  const status = labels.incidentStatus[incident.status]
  return (
    <div
      role="status"
      className="mb-3 flex flex-wrap items-center justify-between gap-2 rounded-md bg-raised px-3 py-2"
    >
      <p className="font-medium">
        {name === null ? words.decided(status) : words.decidedBy(name, status)}{' '}
        <span className="font-normal text-soft">{words.decidedHint}</span>
      </p>
      {hasNext ? (
        <Button look="primary" shortcut="J" onClick={onNext}>
          {words.next}
        </Button>
      ) : (
        <Button onClick={onNext}>{word.close}</Button>
      )}
    </div>
  )
}
