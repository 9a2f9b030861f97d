import { Eye } from 'lucide-react'
import { useLookers } from '../../live/provider.tsx'
import { useText } from '../../text/context.tsx'

/** Colleagues who have the same file open at this moment. */
export const Lookers = ({ incidentId }: { incidentId: string }) => {
  const { incident, labels } = useText()
  const people = useLookers(incidentId)
  if (people.length === 0) return null
  const names = people.map(({ displayName, role }) => `${displayName} (${labels.role[role]})`).join(', ')
  return (
    <p className="flex min-w-0 items-center gap-1.5 text-[0.88rem] text-soft">
      <Eye aria-hidden size={15} className="shrink-0" />
      <span className="truncate" title={names}>
        {incident.head.lookers(names)}
      </span>
    </p>
  )
}
