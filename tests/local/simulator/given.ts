import type { RosterEntry } from '../../../local/simulator/roster.ts'
import { defaultSettings, type Settings } from '../../../local/simulator/settings.ts'
import type { Offered } from '../../../local/simulator/reaction.ts'
import type { DeliveryBody } from '#contracts/wire/partner/deliveries.ts'

export const THEIRS = 'whsec_dGhlaXJzdGhlaXJzdGhlaXJzdGhlaXJzdGhlaXJz'
export const OURS = 'whsec_b3Vyc291cnNvdXJzb3Vyc291cnNvdXJzb3Vycw=='

/** People who do exactly as the script says, in life's own speed, without repeating themselves. */
export const settings = (over: Partial<Settings> = {}): Settings => ({
  ...defaultSettings,
  speed: 1,
  repeatPct: 0,
  ...over,
})

export const driver = (volunteerRef: string, over: Partial<RosterEntry> = {}): RosterEntry => ({
  volunteerRef,
  displayName: 'Yohanes Contoh',
  phone: '+6281200000001',
  vehicle: { kind: 'motorcycle', plate: 'DH 1000 ZX' },
  skills: [],
  home: { lat: -10.17, lng: 123.61 },
  duty: 'on',
  declaredArea: 'Oebufu',
  positions: true,
  ...over,
})

const incident = {
  code: 'KJ-2026-0001',
  hazard: 'banjir',
  severity: 'tinggi',
  summary: 'Banjir di Oebufu',
} as const
const exact = { areaName: 'Oebufu, Kec. Oebobo', lat: -10.1771, lng: 123.622 }

export const offered = (over: Partial<Offered> = {}): Offered => ({
  offerId: 'off-1',
  volunteerRef: 'd1',
  expiresAt: new Date(Date.now() + 180_000).toISOString(),
  incident,
  task: 'antar_bantuan',
  place: { ...exact, lat: -10.178, lng: 123.6205 },
  etaS: 240,
  safetyNotes: ['Jangan melintasi arus.'],
  why: 'Anda paling dekat: perkiraan 4 menit.',
  drill: false,
  ...over,
})

export const confirmed = (
  over: Partial<DeliveryBody<'assignment.confirmed'>> = {},
): DeliveryBody<'assignment.confirmed'> => ({
  assignmentId: 'asg-off-1',
  offerId: 'off-1',
  volunteerRef: 'd1',
  incident,
  task: 'antar_bantuan',
  place: { ...exact, address: 'Jalan Contoh 1' },
  contact: { name: 'Posko', phone: null },
  instructions: ['Lapor ke posko.'],
  drill: false,
  ...over,
})
