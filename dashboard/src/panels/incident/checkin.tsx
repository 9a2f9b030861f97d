import { HeartPulse } from 'lucide-react'
import type { Assignment } from '#contracts/domain/incident/state.ts'
import type { Sla } from '#contracts/domain/sla.ts'
import { useSpeech } from '../../text/context.tsx'
import { duration } from '../../time/duration.ts'
import { useNow } from '../../time/now.tsx'
import { shortMoment } from '../../time/wita.ts'
import { Chip } from '../../ui/chip.tsx'
import { checkinOf } from './checkin-state.ts'

/** Whether he was asked how he is, and what came of it. */
export const CheckinState = ({ assignment, sla }: { assignment: Assignment; sla: Sla }) => {
  const { text, language } = useSpeech()
  const { contact } = text
  const now = useNow()
  const checkin = checkinOf(assignment, now, sla)
  if (checkin === null) return null
  if (checkin.state === 'answered')
    return <Chip icon={HeartPulse}>{contact.answered(shortMoment(checkin.answeredAt, now, language))}</Chip>
  const overdue = checkin.state === 'overdue'
  const time = duration(checkin.seconds)
  return (
    <Chip icon={HeartPulse} tone={overdue ? 'trouble' : 'calm'}>
      {overdue ? contact.overdue(`+${time}`) : contact.waiting(time)}
    </Chip>
  )
}
