import {
  ArrowLeftRight,
  Check,
  CheckCheck,
  CircleCheckBig,
  CircleX,
  Clock,
  HandHelping,
  House,
  MapPin,
  Navigation,
  TriangleAlert,
  Undo2,
  type LucideIcon,
} from 'lucide-react'
import type { Assignment } from '#contracts/domain/incident/state.ts'
import type { AssignmentState } from '#contracts/domain/incident/words.ts'
import { useText } from '../../text/context.tsx'
import { Chip, type Tone } from '../../ui/chip.tsx'

const looks = {
  accepted: [Check, 'calm'],
  en_route: [Navigation, 'ink'],
  on_scene: [MapPin, 'there'],
  working: [HandHelping, 'there'],
  completed: [CircleCheckBig, 'calm'],
  released: [Undo2, 'calm'],
  failed: [CircleX, 'trouble'],
  stood_down: [House, 'calm'],
  reassigned: [ArrowLeftRight, 'calm'],
} as const satisfies Record<AssignmentState, readonly [LucideIcon, Tone]>

export const AssignmentChip = ({ state }: { state: AssignmentState }) => {
  const [icon, tone] = looks[state]
  return (
    <Chip icon={icon} tone={tone}>
      {useText().labels.assignment[state]}
    </Chip>
  )
}

interface TicksProps {
  of: keyof Assignment['acks']
  ack: 'delivered' | 'read' | null
  /** The platform gave up delivering it. */
  failed?: boolean
}

/** Two ticks: delivered, read. */
export const Ticks = ({ of, ack, failed = false }: TicksProps) => {
  const { team } = useText().incident
  const state = ack ?? (failed ? 'failed' : 'none')
  const pictures = { none: Clock, delivered: Check, read: CheckCheck, failed: TriangleAlert }
  return (
    <Chip icon={pictures[state]} tone={state === 'failed' ? 'trouble' : 'calm'}>
      {team.ackOf[of]} {team.acks[state]}
    </Chip>
  )
}
