import { expect, test } from 'vitest'
import { add, noRow } from '../../../local/lab/ledger/compare.ts'
import { agencyOf, keptOf } from '../../../local/lab/ledger/own-rounds.ts'
import { inputText } from '../../../worker/matching/kept.ts'
import { candidate, incident, round } from '../../worker/matching/given.ts'

const owners = new Map([
  ['rnd_1', '5371'],
  ['rnd_2', '5303'],
  ['rnd_3', '5371'],
])
const rounds = {
  agencies: async () => Promise.resolve([...new Set(owners.values())]),
  ids: async (agencyId?: string) =>
    Promise.resolve([...owners].filter(([, owner]) => owner === agencyId).map(([id]) => id)),
  read: async (id: string) => {
    const input = inputText(round([incident(id)], [candidate('v1')]))
    const kept = { input, plan: '', notAsked: '', agencyId: owners.get(id) ?? '', at: '', digest: '' }
    return Promise.resolve(kept)
  },
}

test('only the rounds of the agency that is meant are decided again', async () => {
  const found: string[] = []
  for await (const { incidents } of keptOf(rounds, '5371'))
    found.push(...incidents.map(({ incidentId }) => incidentId))
  expect(found).toEqual(['rnd_1', 'rnd_3'])
})

test('somebody is as far as he was, whatever speed the other policy assumes', () => {
  const input = round([incident('inc')], [candidate('v1')])
  const [asItWas, faster] = [noRow('as it was'), noRow('twice as fast')]
  add(asItWas, input, input.policy)
  add(faster, input, { ...input.policy, kmh: { motorcycle: 56, car: 50, pickup: 50 } })
  expect(asItWas).toMatchObject({ rounds: 1, needs: 1, alerts: 1 })
  expect(asItWas.nearestMin).toBeGreaterThan(0)
  expect(faster.nearestMin).toBe(asItWas.nearestMin)
})

test('whose rounds must be said where there are several agencies', () => {
  expect(() => agencyOf(null, ['5371', '5303'])).toThrow('5303, 5371')
  expect(agencyOf(null, ['5371'])).toBe('5371')
  expect(agencyOf('5303', ['5371'])).toBe('5303')
  expect(agencyOf(null, [])).toBeNull()
})
