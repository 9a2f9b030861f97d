import { expect, test } from 'vitest'
import type { PlacedFact } from '#contracts/domain/fact.ts'
import { joined, wavesOf } from '../../api/queries/explanation.ts'

const looked = { needId: 'n1', wanted: 1, ring: 3, chance: 0, considered: 9, reasons: { off_duty: 9 } }
const fact = (seq: number, type: string, data: PlacedFact['data']): PlacedFact => ({
  seq,
  hash: 'h',
  id: `fct_${seq}`,
  agencyId: '5371',
  opId: `match:${seq}`,
  version: seq,
  index: 0,
  entityId: 'inc_1',
  kind: 'incident',
  type,
  at: `2026-01-17T05:0${seq}:00.000Z`,
  by: { kind: 'system', id: 'worker' },
  data,
})

test('a need is explained by whatever looked at it last: a wave, or another look while it is stalled', () => {
  const wave = fact(1, 'wave.opened', {
    wave: 4,
    search: 1,
    ring: 3,
    offers: 0,
    nextWaveAt: null,
    policyVersion: '5371.1',
    roundId: 'rnd_1',
    solver: 'greedy',
    needs: [looked, { ...looked, needId: 'n2' }],
  })
  const again = { ...looked, considered: 7, reasons: { resting: 7 } }
  const explained = fact(2, 'need.stall_explained', {
    ...again,
    remedies: ['drop'],
    wave: 4,
    policyVersion: '5371.2',
    roundId: 'rnd_2',
  })

  const { needId: _, ...present } = again
  const waves = wavesOf([wave, explained])
  expect(waves.get('n1')).toEqual({
    ...present,
    at: explained.at,
    wave: 4,
    policyVersion: '5371.2',
    roundId: 'rnd_2',
    solver: 'exact',
  })
  expect(waves.get('n2')).toMatchObject({ at: wave.at, considered: 9, roundId: 'rnd_1', solver: 'greedy' })
})

test('whoever lacks papers for any task and whoever lacks them for this one are told together', () => {
  const anyway = { off_duty: ['v1'], training_expired: ['v2'] }
  expect(joined(anyway, { training_expired: ['v3'], too_far: ['v4'] })).toEqual({
    off_duty: ['v1'],
    training_expired: ['v2', 'v3'],
    too_far: ['v4'],
  })
  expect(joined(anyway)).toEqual(anyway)
})
