import { describe, expect, it } from 'vitest'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { defaultMatchPolicy } from '../../../worker/matching/policy.ts'
import type { IncidentPlan } from '../../../worker/matching/types.ts'
import { nextWaveOf } from '../../../worker/round/next-wave.ts'

const NOW = '2026-01-17T05:00:00.000Z'
const at = (seconds: number) => plusSeconds(NOW, seconds)

const state = (nextWaveAt: string | null, offersMadeS: number[] = []): Incident =>
  ({
    severity: 'tinggi',
    nextWaveAt,
    needs: [{ id: 'nd_1', quantity: 1 }],
    assignments: [],
    offers: offersMadeS.map((s, i) => ({ id: `of_${i}`, needId: 'nd_1', createdAt: at(s) })),
  }) as unknown as Incident

const plan = (wanted: number): IncidentPlan => ({
  incidentId: 'inc_1',
  ring: 0,
  offers: [],
  nextWaveAt: null,
  needs: [
    { needId: 'nd_1', wanted, ring: 0, considered: 0, reasons: {}, stalled: false, remedies: [] },
  ],
})
const next = (incident: Incident, wanted: number, asked = 0) =>
  nextWaveOf(incident, plan(wanted), asked, NOW, defaultMatchPolicy)

describe('the next wave', () => {
  it('comes one wave after people were asked', () => {
    expect(next(state(NOW), 2, 1)).toBe(at(45))
    expect(next({ ...state(NOW), severity: 'kritis' }, 2, 1)).toBe(at(30))
  })

  it('stays where it is while it lies ahead, or while there is none', () => {
    expect(next(state(at(12)), 0)).toBe(at(12))
    expect(next(state(null), 0)).toBeNull()
  })

  it('comes when the first of enough fresh offers grows old', () => {
    expect(next(state(NOW, [-20, -10]), 0)).toBe(at(24))
  })

  it('comes never by the clock when somebody is wanted and nobody is left', () => {
    expect(next(state(NOW, [-60]), 1)).toBeNull()
    expect(next(state(NOW), 1)).toBeNull()
  })
})
