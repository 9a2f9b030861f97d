import {
  Ban,
  CirclePause,
  CircleSlash,
  DoorOpen,
  Hourglass,
  ShieldCheck,
  UserCheck,
  type LucideIcon,
} from 'lucide-react'
import type { Duty, Standing } from '#contracts/domain/volunteer/facts.ts'
import { useText } from '../../text/context.tsx'
import { Chip, type Tone } from '../../ui/chip.tsx'

const duties = {
  on: [ShieldCheck, 'ink'],
  paused: [CirclePause, 'calm'],
  off: [CircleSlash, 'calm'],
} as const satisfies Record<Duty, readonly [LucideIcon, Tone]>

export const DutyChip = ({ duty }: { duty: Duty }) => {
  const [icon, tone] = duties[duty]
  return (
    <Chip icon={icon} tone={tone}>
      {useText().labels.duty[duty]}
    </Chip>
  )
}

const standings = {
  pending: [Hourglass, 'ink'],
  active: [UserCheck, 'calm'],
  suspended: [Ban, 'wait'],
  withdrawn: [DoorOpen, 'calm'],
} as const satisfies Record<Standing, readonly [LucideIcon, Tone]>

export const StandingChip = ({ standing }: { standing: Standing }) => {
  const [icon, tone] = standings[standing]
  return (
    <Chip icon={icon} tone={tone}>
      {useText().labels.standing[standing]}
    </Chip>
  )
}
