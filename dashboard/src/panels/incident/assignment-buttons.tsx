import { ArrowLeftRight, House, Phone } from 'lucide-react'
import type { ReactNode } from 'react'
import { mayBeCalled } from '#contracts/domain/incident/calling.ts'
import { isActive } from '#contracts/domain/incident/read.ts'
import type { Assignment, Incident } from '#contracts/domain/incident/state.ts'
import { useMay } from '../../session/context.tsx'
import { useText } from '../../text/context.tsx'
import { useNow } from '../../time/now.tsx'
import { IconButton } from '../../ui/button.tsx'
import { CheckinButton } from './checkin-button.tsx'
import { useAsk } from './questions.tsx'

interface Props {
  incident: Incident
  assignment: Assignment
  name: string
  onProblem: (problem: Error | null) => void
  /** What stands there whatever his state. */
  children: ReactNode
}

/** What can be done about one of the team: call him while he may be called, and the rest while he is out. */
export const AssignmentButtons = ({ incident, assignment, name, onProblem, children }: Props) => {
  const { phone, incident: words } = useText()
  const may = useMay()
  const ask = useAsk()
  const now = new Date(useNow(30_000)).toISOString()
  const { id, needId, volunteerId } = assignment
  const out = isActive(assignment)
  return (
    <div className="-my-1 -mr-1.5 flex shrink-0">
      {may('incident.call') && mayBeCalled(incident, assignment, now) && (
        <IconButton
          icon={Phone}
          label={phone.title(name)}
          onClick={() => ask({ ask: 'phone', volunteerId })}
        />
      )}
      {out && may('incident.checkin') && (
        <CheckinButton incidentId={incident.id} assignmentId={id} name={name} onProblem={onProblem} />
      )}
      {out && may('incident.assign') && (
        <IconButton
          icon={ArrowLeftRight}
          label={words.team.replaceOne(name)}
          onClick={() => ask({ ask: 'assign', needId, replaces: id })}
        />
      )}
      {out && may('incident.stand_down') && (
        <IconButton
          icon={House}
          label={`${words.actions.standDown}: ${name}`}
          onClick={() => ask({ ask: 'standDown', assignmentIds: [id] })}
        />
      )}
      {children}
    </div>
  )
}
