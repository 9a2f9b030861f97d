import type { IncidentSummary } from '#contracts/wire/routes/views.ts'

/** An incident as lists know it: a moderate flood that was just reported, but for `change`. */
export const summary = (id: string, change: Partial<IncidentSummary> = {}): IncidentSummary => ({
  id,
  version: 1,
  number: 'KJ-2026-0001',
  status: 'reported',
  hazard: 'banjir',
  severity: 'sedang',
  place: { lat: -10.17, lng: 123.6, kelurahan: null, doubt: false },
  title: 'Oebufu',
  drill: false,
  reportedAt: '2026-01-17T06:05:00.000Z',
  changedAt: '2026-01-17T06:05:00.000Z',
  nextDueAt: null,
  slots: { wanted: 0, filled: 0 },
  openOffers: 0,
  alarms: [],
  ...change,
})
