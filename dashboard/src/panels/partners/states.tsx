import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleMinus,
  CircleX,
  Hourglass,
  TriangleAlert,
  Unplug,
  type LucideIcon,
} from 'lucide-react'
import type { DeliveryRow, PartnerHealth, PartnerView } from '#contracts/wire/routes/partner-views.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { Chip, type Tone } from '../../ui/chip.tsx'

const circuits = {
  closed: [CircleCheck, 'calm'],
  open: [TriangleAlert, 'wait'],
  gone: [Unplug, 'trouble'],
  none: [CircleDashed, 'calm'],
} as const satisfies Record<PartnerHealth['circuit'], readonly [LucideIcon, Tone]>

export const CircuitChip = ({ circuit }: Pick<PartnerHealth, 'circuit'>) => {
  const [icon, tone] = circuits[circuit]
  return (
    <Chip icon={icon} tone={tone}>
      {useOfficeText().partners.health.circuits[circuit]}
    </Chip>
  )
}

const statuses = {
  enabled: [CircleCheck, 'calm'],
  disabled: [Ban, 'wait'],
} as const satisfies Record<PartnerView['status'], readonly [LucideIcon, Tone]>

export const StatusChip = ({ status }: Pick<PartnerView, 'status'>) => {
  const [icon, tone] = statuses[status]
  return (
    <Chip icon={icon} tone={tone}>
      {useOfficeText().partners.status[status]}
    </Chip>
  )
}

const deliveries = {
  pending: [Hourglass, 'ink'],
  delivered: [CircleCheck, 'calm'],
  dropped: [CircleMinus, 'calm'],
  dead: [CircleX, 'trouble'],
} as const satisfies Record<DeliveryRow['state'], readonly [LucideIcon, Tone]>

/** How a message stands; one that was set aside is trouble no longer. */
export const DeliveryChip = ({ state, restsSince }: Pick<DeliveryRow, 'state' | 'restsSince'>) => {
  const { out } = useOfficeText().partners
  const [icon, tone] = deliveries[state]
  return (
    <Chip icon={icon} tone={restsSince === null ? tone : 'calm'}>
      {restsSince === null ? out.states[state] : out.rests}
    </Chip>
  )
}
