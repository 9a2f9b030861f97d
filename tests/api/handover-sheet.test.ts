import { expect, it } from 'vitest'
import { HandoverSheet } from '#contracts/domain/shift/handover-sheet.ts'
import { sheetOf } from '../../api/queries/take-sheet.ts'
import { reportedAt } from '../dashboard/an-incident.ts'

const AT = '2026-01-17T06:30:00.000Z'
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ ...reportedAt(AT), id: `inc_${String(index)}` }))
const nothing = { zones: [], sos: [] }
const kept = (sheet: object) => HandoverSheet.parse({ seq: 1, hash: null, ...sheet })

it('holds every open incident of a night, the gravest first', () => {
  const grave = { ...reportedAt(AT), id: 'inc_grave', severity: 'kritis' as const }
  const { incidents, left } = kept(sheetOf([...many(299), grave], nothing))
  expect(incidents).toHaveLength(300)
  expect(incidents[0]?.id).toBe('inc_grave')
  expect(left).toBeUndefined()
})

it('says how many are not on it, and they are the least grave', () => {
  const grave = { ...reportedAt(AT), id: 'inc_grave', severity: 'tinggi' as const }
  const sos = Array.from({ length: 302 }, (_, index) => ({ volunteerId: `vol_${String(index)}`, at: AT }))
  const { incidents, left } = kept(sheetOf([...many(311), grave], { zones: [], sos }))
  expect(incidents).toHaveLength(300)
  expect(incidents[0]?.id).toBe('inc_grave')
  expect(left).toEqual({ incidents: 12, stalled: 0, out: 0, alarms: 0, callbacks: 0, zones: 0, sos: 2 })
})

it('names the calls that were promised, of reports that have ended too', () => {
  const promised = { plannedAt: AT, at: '2026-01-17T07:00:00.000Z', doneAt: null }
  const open = { ...reportedAt(AT), id: 'inc_open', callback: promised }
  const earlier = { ...promised, at: '2026-01-17T06:45:00.000Z' }
  const ended = { ...reportedAt(AT), id: 'inc_ended', status: 'rejected' as const, callback: earlier }
  const { incidents, callbacks } = kept(sheetOf([open], nothing, [ended]))
  expect(incidents.map(({ id }) => id)).toEqual(['inc_open'])
  expect(callbacks?.map(({ incidentId }) => incidentId)).toEqual(['inc_ended', 'inc_open'])
})
