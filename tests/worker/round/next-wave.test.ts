import { describe, expect, it } from 'vitest'
import { born } from '#contracts/domain/incident/born.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { defaultMatchPolicy } from '#contracts/domain/policy/defaults.ts'
import type { Tally } from '../../../worker/matching/reasons.ts'
import type { IncidentPlan } from '../../../worker/matching/types.ts'
import { nextWaveOf } from '../../../worker/round/next-wave.ts'

const NOW = '2026-01-17T05:00:00.000Z'
const at = (seconds: number) => plusSeconds(NOW, seconds)

const openIncident = born(
  {
    type: 'incident.reported',
    at: NOW,
    by: { kind: 'system', id: 'test' },
    data: {
      number: 'KJ-2026-0001',
      hazard: 'banjir',
      severity: 'tinggi',
      place: { lat: -10.17, lng: 123.62, kelurahan: null, doubt: false },
      channel: 'operator',
      description: { textId: 'txt_1', digest: 'd' },
      addressTextId: null,
      reporterId: null,
      drill: false,
      occurredAt: NOW,
      follows: null,
    },
  },
  { id: 'inc_1', agencyId: '5371' },
)
const need: Incident['needs'][number] = {
  id: 'nd_1',
  task: 'pantau',
  vehicle: 'any',
  skill: null,
  quantity: 1,
  status: 'asking',
  openSince: NOW,
  stalled: null,
}
const offer = (madeS: number): Incident['offers'][number] => ({
  id: `of_${madeS}`,
  needId: 'nd_1',
  slot: 0,
  volunteerId: `vol_${madeS}`,
  partnerId: 'ptn_1',
  channel: 'webhook',
  createdAt: at(madeS),
  expiresAt: at(madeS + 180),
  wave: 1,
  search: 1,
  why: null,
  position: null,
  chosenBy: 'match',
  reason: null,
})

const state = (nextWaveAt: string | null, offersMadeS: number[] = []): Incident => ({
  ...openIncident,
  status: 'dispatching',
  nextWaveAt,
  needs: [need],
  offers: offersMadeS.map(offer),
})

const plan = (wanted: number, reasons: Tally = {}): IncidentPlan => ({
  incidentId: 'inc_1',
  ring: 0,
  offers: [],
  nextWaveAt: null,
  needs: [
    {
      needId: 'nd_1',
      wanted,
      chance: null,
      ring: 0,
      considered: 0,
      reasons,
      stalled: false,
      remedies: [],
    },
  ],
})
const next = (incident: Incident, wanted: number, asked = 0) =>
  nextWaveOf(incident, plan(wanted), asked, NOW, { ...defaultMatchPolicy, overAsk: 2 })
const nextLearned = (incident: Incident, reasons: Tally) =>
  nextWaveOf(incident, plan(0, reasons), 0, NOW, defaultMatchPolicy)

describe('the next wave of a learned set', () => {
  it('comes a wave later while those asked are enough and somebody else could be asked', () => {
    expect(nextLearned(state(NOW, [-20]), { not_needed: 1 })).toBe(at(45))
    expect(nextLearned(state(null, [-20]), { outside_ring: 1 })).toBe(at(45))
    expect(nextLearned(state(at(12), [-20]), { not_needed: 1 })).toBe(at(12))
  })

  it('also while those who are left rest, cool down or are bound: that ends by the clock, without a fact', () => {
    for (const reason of ['cooling_down', 'resting', 'claimed', 'budget_spent', 'inside_zone'] as const)
      expect(nextLearned(state(NOW, [-20]), { [reason]: 1 })).toBe(at(45))
    expect(nextLearned(state(null, [-20]), {})).toBe(at(45))
  })

  it('comes never by the clock when nobody may answer any more', () => {
    expect(nextLearned(state(NOW), { not_needed: 1 })).toBeNull()
  })
})

describe('the next wave', () => {
  it('comes one wave after people were asked', () => {
    expect(next(state(NOW), 2, 1)).toBe(at(45))
    expect(next({ ...state(NOW), severity: 'kritis' }, 2, 1)).toBe(at(30))
  })

  it('stays where it is while it lies ahead, or while nobody is asked', () => {
    expect(next(state(at(12)), 0)).toBe(at(12))
    expect(next(state(null), 0)).toBeNull()
  })

  it('comes when the first of enough fresh offers grows old', () => {
    expect(next(state(NOW, [-20, -10]), 0)).toBe(at(24))
  })

  it('comes a wave later when somebody is wanted and nobody is left, as long as somebody may answer', () => {
    expect(next(state(NOW, [-60]), 1)).toBe(at(45))
    expect(next(state(NOW), 1)).toBeNull()
  })
})
