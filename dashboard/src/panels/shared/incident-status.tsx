import {
  ArrowUpRight,
  BadgeCheck,
  Ban,
  CircleCheckBig,
  CircleDashed,
  CircleX,
  CopyMinus,
  Navigation,
  Search,
  ShieldCheck,
  type LucideIcon,
} from 'lucide-react'
import type { IncidentStatus } from '#contracts/domain/incident/words.ts'
import { useText } from '../../text/context.tsx'
import { Chip, Flag, type Tone } from '../../ui/chip.tsx'

const looks = {
  reported: [CircleDashed, 'ink'],
  verified: [BadgeCheck, 'ink'],
  dispatching: [Search, 'calm'],
  responding: [Navigation, 'calm'],
  controlled: [ShieldCheck, 'calm'],
  closed: [CircleCheckBig, 'calm'],
  rejected: [Ban, 'calm'],
  duplicate: [CopyMinus, 'calm'],
  referred: [ArrowUpRight, 'calm'],
  cancelled: [CircleX, 'calm'],
} as const satisfies Record<IncidentStatus, readonly [LucideIcon, Tone]>

export const IncidentStatusChip = ({ status }: { status: IncidentStatus }) => {
  const [icon, tone] = looks[status]
  const { incidentStatus } = useText().labels
  // Nobody has looked at it yet: that is what the list is read for.
  if (status === 'reported') return <Flag tone="fresh">{incidentStatus[status]}</Flag>
  return (
    <Chip icon={icon} tone={tone}>
      {incidentStatus[status]}
    </Chip>
  )
}
