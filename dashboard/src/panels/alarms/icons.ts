import { BellRing, LifeBuoy, SearchX, SendHorizontal, TimerOff, type LucideIcon } from 'lucide-react'
import type { Alarm } from '#contracts/domain/incident/state.ts'

/** The sign of each kind of alarm, and of a fault of the platform itself. */
export const alarmIcons: Record<Alarm['what'], LucideIcon> = {
  sos: LifeBuoy,
  undelivered: SendHorizontal,
  stalled: SearchX,
  deadline: TimerOff,
}
export const systemIcon = BellRing
