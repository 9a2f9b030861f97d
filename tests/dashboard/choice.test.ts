import { expect, test } from 'vitest'
import type { FactView } from '#contracts/wire/routes/views.ts'
import { choiceOf } from '../../dashboard/src/panels/incident/choice.ts'
import { reasonFor } from '../../dashboard/src/panels/incident/dialogs/reason-for.ts'

const fact = (type: string, data: FactView['data']): FactView => ({
  id: `fct_${type}_${String(data['offerId'])}`,
  seq: 1,
  agencyId: '5371',
  opId: 'match:1',
  version: 1,
  index: 0,
  entityId: 'inc_1',
  kind: 'incident',
  type,
  at: '2026-01-17T05:00:00.000Z',
  by: { kind: 'system', id: 'worker' },
  byName: null,
  data,
})
const asked = (offerId: string, chosenBy: string, reason: string | null): FactView =>
  fact('offer.created', { offerId, volunteerId: 'vol_1', chosenBy, reason, why: null })

test('why somebody was asked is known also when his offer has ended', () => {
  const facts = [
    asked('of_1', 'match', null),
    fact('offer.declined', { offerId: 'of_1', reason: 'too_far' }),
    asked('of_2', 'hand', 'txt_1'),
    fact('offer.accepted', { offerId: 'of_2' }),
  ]
  expect(choiceOf(facts, 'of_1')).toMatchObject({ chosenBy: 'match', reason: null })
  expect(choiceOf(facts, 'of_2')).toMatchObject({ chosenBy: 'hand', reason: 'txt_1' })
  expect(choiceOf(facts, 'of_3')).toBeNull()
})

test('of a round that was too large for the best assignment it is said, of the one after it not', () => {
  const facts = [
    { ...fact('wave.opened', { wave: 1, solver: 'greedy' }), version: 4 },
    { ...asked('of_1', 'match', null), version: 4 },
    { ...fact('wave.opened', { wave: 2 }), version: 7 },
    { ...asked('of_2', 'match', null), version: 7 },
  ]
  expect(choiceOf(facts, 'of_1')).toMatchObject({ isGreedy: true })
  expect(choiceOf(facts, 'of_2')).toMatchObject({ isGreedy: false })
})

test('of whoever is meant it is told why he was not asked, that he was, or that nobody knew of him', () => {
  const notAsked = { off_duty: ['vol_1', 'vol_2'], too_far: ['vol_3'] }
  expect(reasonFor(notAsked, [], 'vol_3')).toEqual({ code: 'too_far' })
  expect(reasonFor(notAsked, [{ volunteerId: 'vol_4' }], 'vol_4')).toBe('asked')
  // Asked in an earlier round, and looked at again in this one.
  expect(reasonFor(notAsked, [{ volunteerId: 'vol_1' }], 'vol_1')).toEqual({ code: 'off_duty' })
  expect(reasonFor(notAsked, [], 'vol_5')).toBe('not_considered')
})
