import { describe, expect, test } from 'vitest'
import { askAgain } from '#contracts/domain/incident/commands/search.ts'
import {
  askedInSearch,
  endedOffers,
  freeSlot,
  isBound,
  isLive,
  needOf,
  openSlots,
  slotsAsked,
  teamOf,
} from '#contracts/domain/incident/read.ts'
import { assignmentExits } from '#contracts/domain/incident/words.ts'
import type { IncidentFact, IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import type { Incident, Need } from '#contracts/domain/incident/state.ts'
import { exitBy } from './exits.ts'
import { at, minutes, T0 } from '../scenario.ts'
import { after, fold } from './given.ts'
import {
  accepted,
  declined,
  dispatching,
  expired,
  needed,
  offered,
  oneOut,
  progressed,
  stoodDown,
  who,
  withdrawn,
} from './story.ts'

const n1 = (state: Incident): Need => {
  const need = needOf(state, 'n1')
  if (need === undefined) throw new Error('n1 is missing')
  return need
}

test('those out and those done hold their slots, those who left do not', () => {
  const out = after(...oneOut(2))
  expect([teamOf(out, 'n1').length, openSlots(out, n1(out))]).toEqual([1, 1])
  const done = after(...oneOut(2), progressed('v1', 'completed'))
  expect(openSlots(done, n1(done))).toBe(1)
  for (const exit of assignmentExits) {
    const left = after(...oneOut(2), exitBy(exit))
    expect(openSlots(left, n1(left))).toBe(2)
  }
})

test('a free slot: the one preferred if it is free, else the lowest', () => {
  const state = after(...oneOut(3))
  expect([freeSlot(state, n1(state)), freeSlot(state, n1(state), 2)]).toEqual([1, 2])
})

test('a slot beyond a lowered need is not handed out again, a hole below is', () => {
  const state = after(
    ...dispatching(3),
    ...['v1', 'v2', 'v3'].flatMap((id, slot) => [offered(id, { slot }), accepted(id, { slot })]),
    stoodDown('v2'),
    { type: 'need.changed', data: { needId: 'n1', vehicle: 'any', skill: null, quantity: 2 } },
    stoodDown('v1'),
  )
  expect(teamOf(state, 'n1').map(({ slot }) => slot)).toEqual([2])
  expect([freeSlot(state, n1(state), 2), openSlots(state, n1(state))]).toEqual([0, 1])
})

test('more people than wanted are no negative slots', () => {
  const state = after(...oneOut(1), offered('v2'), accepted('v2', { slot: 1 }))
  expect(openSlots(state, n1(state))).toBe(0)
  expect(slotsAsked(state)).toEqual({ wanted: 1, filled: 1 })
})

test('slots are counted over all needs', () => {
  expect(slotsAsked(after(...oneOut(2), needed('n2', 3)))).toEqual({ wanted: 5, filled: 1 })
})

test('an offer is live while it is open or its assignment is being carried out', () => {
  expect(isLive(after(...dispatching(), offered('v1')), 'o1')).toBe(true)
  expect(isLive(after(...oneOut(1)), 'o1')).toBe(true)
  expect(isLive(after(...dispatching(), offered('v1'), declined('v1')), 'o1')).toBe(false)
  expect(isLive(after(...oneOut(1), progressed('v1', 'completed')), 'o1')).toBe(false)
  for (const exit of assignmentExits) expect(isLive(after(...oneOut(1), exitBy(exit)), 'o1')).toBe(false)
  expect(isLive(after(...dispatching()), 'o9')).toBe(false)
})

test('a volunteer is bound by an open offer or a task of this incident', () => {
  expect(isBound(after(...dispatching(), offered('v1')), 'v1')).toBe(true)
  expect(isBound(after(...dispatching(), offered('v1')), 'v1', 'o1')).toBe(false)
  expect(isBound(after(...oneOut(1)), 'v1', 'o1')).toBe(true)
  expect(isBound(after(...oneOut(1), progressed('v1', 'completed')), 'v1')).toBe(false)
})

test('asked in this search: all but those whose offer was taken back', () => {
  const state = after(
    ...dispatching(3),
    ...['v1', 'v2', 'v3', 'v4'].map((id) => offered(id)),
    accepted('v1'),
    declined('v2'),
    withdrawn('v3', 'filled'),
  )
  expect([...askedInSearch(state, T0)].sort()).toEqual(['v1', 'v2', 'v4'])
  expect([...askedInSearch({ ...state, search: 2 }, T0)]).toEqual([])
})

test('whoever was still being asked when the search was repeated has been asked in the new one too', () => {
  const before = after(
    ...dispatching(3),
    ...['v1', 'v2', 'v3', 'v4', 'v5'].map((id) => offered(id)),
    declined('v1'),
  )
  const ended = [declined('v2'), expired('v3'), accepted('v4'), withdrawn('v5', 'filled')]
  const state = fold([...askAgain(before), ...ended], before)
  expect(state && [...askedInSearch(state, T0)].sort()).toEqual(['v2', 'v3', 'v4'])
  const anew = state && fold(askAgain(state), state)
  expect(anew && [...askedInSearch(anew, T0)]).toEqual([])
})

const lost = (nth: number, minute: number): IncidentFact[] => {
  const offerId = `o1-${nth}`
  const over = { ...who('v1'), offerId, reason: 'undelivered' as const }
  return [
    at(minutes(minute), offered('v1', { offerId })),
    at(minutes(minute), { type: 'offer.expired', data: over }),
  ]
}
const isLeftOut = (facts: IncidentFact[], now: string | null) => {
  const state = fold(facts, after(...dispatching()))
  return state !== null && askedInSearch(state, now).has('v1')
}

describe('somebody whom no message reached', () => {
  test('may be asked again five minutes later, not at once', () => {
    expect(isLeftOut(lost(1, 0), minutes(4.9))).toBe(true)
    expect(isLeftOut(lost(1, 0), minutes(5))).toBe(false)
    expect(isLeftOut([...lost(1, 0), ...lost(2, 5)], minutes(9.9))).toBe(true)
  })
  test('is tried three times in a search at most, so that a phone that is gone is not asked for ever', () => {
    expect(isLeftOut([...lost(1, 0), ...lost(2, 5), ...lost(3, 10)], minutes(600))).toBe(true)
    const anew = at(minutes(20), { type: 'search.repeated', data: { search: 2 } } as const)
    expect(isLeftOut([...lost(1, 0), ...lost(2, 5), ...lost(3, 10), anew], minutes(20))).toBe(false)
  })
  test('and who was reached the next time and kept silent is left alone', () => {
    const silent = [at(minutes(5), offered('v1')), at(minutes(8), expired('v1'))]
    expect(isLeftOut([...lost(1, 0), ...silent], minutes(600))).toBe(true)
  })
  test('is refused by no wave, whenever it comes: when he is tried again is the business of rounds', () => {
    expect(isLeftOut(lost(1, 0), null)).toBe(false)
  })
})

const ends = (...facts: IncidentFactBody[]) => endedOffers(after(...oneOut(3), ...facts), facts)

test('the offers that facts have ended: answered no, silent, taken back, or the task over', () => {
  expect(ends(offered('v2'), declined('v2'), offered('v3'), withdrawn('v3', 'filled'))).toEqual(['o2', 'o3'])
  expect(ends(offered('v2'), expired('v2'))).toEqual(['o2'])
  expect(ends(offered('v2'), accepted('v2'), progressed('v1', 'on_scene'))).toEqual([])
  expect(ends(progressed('v1', 'completed'))).toEqual(['o1'])
  for (const exit of assignmentExits) expect(ends(exitBy(exit))).toEqual(['o1'])
})
