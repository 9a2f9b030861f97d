import { Eye } from 'lucide-react'
import { useIncidentAct, useVolunteerAct } from '../../api/act.ts'
import { useText } from '../../text/context.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useAnnounce } from '../../ui/toast.tsx'

const Seen = ({
  label,
  pending,
  error,
  onPress,
}: {
  label: string
  pending: boolean
  error: Error | null
  onPress: () => void
}) => (
  <>
    <Button size="small" icon={Eye} pending={pending} onClick={onPress} title={label}>
      <span className="max-sm:sr-only">{label}</span>
    </Button>
    {error && <ProblemNote error={error} acting />}
  </>
)

/** "I have seen it", for an alarm of an incident. */
export const AcknowledgeAlarm = ({ incidentId, alarm }: { incidentId: string; alarm: string }) => {
  const { incident, dialogs } = useText()
  const announce = useAnnounce()
  const act = useIncidentAct('acknowledgeAlarm', () => announce(dialogs.done.acknowledged))
  return (
    <Seen
      label={incident.alarms.acknowledge}
      pending={act.isPending}
      error={act.error}
      onPress={() => act.mutate({ params: { id: incidentId }, body: { alarm } })}
    />
  )
}

/** The same for a volunteer who called for help outside a task. */
export const AcknowledgeSos = ({ volunteerId }: { volunteerId: string }) => {
  const { volunteers, dialogs } = useText()
  const announce = useAnnounce()
  const act = useVolunteerAct('acknowledgeVolunteerSos', () => announce(dialogs.done.acknowledged))
  return (
    <Seen
      label={volunteers.sosAcknowledge}
      pending={act.isPending}
      error={act.error}
      onPress={() => act.mutate({ params: { id: volunteerId }, body: {} })}
    />
  )
}
