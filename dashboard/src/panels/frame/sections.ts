import {
  BadgeCheck,
  Bell,
  ClipboardPen,
  FileText,
  Handshake,
  Map,
  Monitor,
  Radar,
  ScrollText,
  Siren,
  SlidersHorizontal,
  TriangleAlert,
  UserCog,
  Users,
  type LucideIcon,
} from 'lucide-react'
import type { Action } from '#contracts/wire/actions.ts'

/** The parts of the dashboard, for the bar above and the bar below. */
export const sections = [
  { to: '/kejadian', name: 'incidents', icon: Siren, action: 'incident.read', below: false },
  { to: '/peta', name: 'map', icon: Map, action: 'incident.read', below: true },
  { to: '/relawan', name: 'volunteers', icon: Users, action: 'volunteer.read', below: false },
  { to: '/peringatan', name: 'alarms', icon: Bell, action: 'incident.read', below: false },
] as const satisfies readonly {
  to: string
  name: string
  icon: LucideIcon
  action: Action
  /** Only where the desk has no room for it beside the rest. */
  below: boolean
}[]

interface Section {
  to: string
  name: string
  icon: LucideIcon
  action: Action
}

/** The work of every shift: a narrow bar keeps it behind "more". */
export const barSections = [
  { to: '/verifikasi', name: 'verification', icon: BadgeCheck, action: 'incident.gate' },
  { to: '/zona', name: 'zones', icon: TriangleAlert, action: 'zone.read' },
  { to: '/laporan', name: 'reports', icon: FileText, action: 'report.read' },
  { to: '/piket', name: 'shift', icon: ClipboardPen, action: 'shift.read' },
] as const satisfies readonly Section[]

/** What is opened once in a while, and by few: behind "more" on every bar. */
export const rareSections = [
  { to: '/audit', name: 'audit', icon: ScrollText, action: 'ledger.read' },
  { to: '/mitra', name: 'partners', icon: Handshake, action: 'partner.read' },
  { to: '/pengguna', name: 'people', icon: UserCog, action: 'user.manage' },
  { to: '/jangkauan', name: 'coverage', icon: Radar, action: 'volunteer.read' },
  { to: '/pengaturan', name: 'rules', icon: SlidersHorizontal, action: 'policy.read' },
  { to: '/komando', name: 'wall', icon: Monitor, action: 'incident.read' },
] as const satisfies readonly Section[]

export const furtherSections = [...barSections, ...rareSections] as const
export type FurtherSection = (typeof furtherSections)[number]
