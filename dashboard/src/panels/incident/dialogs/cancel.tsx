import { isActive } from '#contracts/domain/incident/read.ts'
import { useText } from '../../../text/context.tsx'
import { AskReason } from '../../shared/ask-reason.tsx'
import { personName } from '../names.ts'
import { AssignmentChip } from '../assignment-state.tsx'
import type { DialogProps } from './host.tsx'
import { useClosingAct } from './use-closing-act.ts'

/** The one action that ends everything: who will be called home is said before it is done. */
export const Cancel = ({ detail, onClose }: DialogProps) => {
  const { dialogs, incident: words } = useText()
  const { cancel } = dialogs
  const act = useClosingAct('cancelIncident', dialogs.done.cancelled, onClose)
  const { incident } = detail
  const people = incident.assignments.filter(isActive)
  return (
    <AskReason
      title={cancel.title}
      intro={cancel.intro}
      submit={cancel.confirm}
      look="danger"
      pending={act.isPending}
      error={act.error}
      onSubmit={(reason) => act.mutate({ params: { id: incident.id }, body: { reason } })}
      onClose={onClose}
    >
      <div>
        <p className="font-medium">{people.length === 0 ? cancel.nobody : cancel.people(people.length)}</p>
        <ul className="divide-y divide-line">
          {people.map((assignment) => (
            <li key={assignment.id} className="flex justify-between gap-4 py-1">
              {personName(detail, assignment.volunteerId, words.team.unknown)}
              <AssignmentChip state={assignment.state} />
            </li>
          ))}
        </ul>
        {incident.offers.length > 0 && (
          <p className="mt-1 text-soft">{cancel.offers(incident.offers.length)}</p>
        )}
      </div>
    </AskReason>
  )
}
