import { HeartPulse } from 'lucide-react'
import { useIncidentAct } from '../../api/act.ts'
import { useText } from '../../text/context.tsx'
import { IconButton } from '../../ui/button.tsx'
import { useAnnounce } from '../../ui/toast.tsx'

interface Props {
  incidentId: string
  assignmentId: string
  name: string
  onProblem: (problem: Error | null) => void
}

/** Asks one person how he is. */
export const CheckinButton = ({ incidentId, assignmentId, name, onProblem }: Props) => {
  const { contact } = useText()
  const announce = useAnnounce()
  const act = useIncidentAct('requestCheckin', () => announce(contact.checkinAsked))
  const press = (): void => {
    if (act.isPending) return
    onProblem(null)
    act.mutate(
      { params: { id: incidentId }, body: { assignmentIds: [assignmentId] } },
      { onError: onProblem },
    )
  }
  return (
    <IconButton
      icon={HeartPulse}
      label={contact.checkinOne(name)}
      aria-busy={act.isPending || undefined}
      onClick={press}
    />
  )
}
