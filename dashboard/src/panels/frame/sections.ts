import { Bell, Siren, Users, type LucideIcon } from 'lucide-react'
import type { Action } from '#contracts/wire/actions.ts'

/** The parts of the dashboard, for the bar above and the bar below. */
export const sections = [
  { to: '/kejadian', name: 'incidents', icon: Siren, action: 'incident.read' },
  { to: '/relawan', name: 'volunteers', icon: Users, action: 'volunteer.read' },
  { to: '/peringatan', name: 'alarms', icon: Bell, action: 'incident.read' },
] as const satisfies readonly {
  to: string
  name: string
  icon: LucideIcon
  action: Action
}[]
