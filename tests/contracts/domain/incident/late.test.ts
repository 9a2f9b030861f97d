import { describe, expect, test } from 'vitest'
import {
  askedOf,
  lateOutcome,
  refuseLate,
  roomForLate,
  type LateOutcome,
} from '#contracts/domain/incident/commands/answer.ts'
import type { IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import { askedInSearch } from '#contracts/domain/incident/read.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { after, given } from './given.ts'
import {
  accepted,
  asking,
  controlled,
  declined,
  dispatching,
  expired,
  filled,
  offered,
  oneOut,
  stoodDown,
  who,
  withdrawn,
} from './story.ts'

const tooLate = (volunteerId: string) => (state: Incident) => refuseLate(state, who(volunteerId))
const refused = (volunteerId: string, outcome: LateOutcome): IncidentFactBody => ({
  type: 'acceptance.refused',
  data: { ...who(volunteerId), outcome },
})
const kept = (state: Incident) => refuseLate(state, who('v2'), ['duty_limit', 'danger_zone'])
/** n1 is filled by v1; v2's offer was taken back then. */
const full = [...oneOut(1), offered('v2'), withdrawn('v2', 'filled')]

/** The need in which a late yes finds room, if any. */
const room = (volunteerId: string, ...facts: IncidentFactBody[]) => {
  const state = after(...facts)
  return roomForLate(state, askedOf(state, who(volunteerId)))?.id ?? null
}

describe('a late yes finds room', () => {
  test('while his need has a free slot, also when his overdue offer is still in the file', () => {
    expect(room('v1', ...dispatching(), offered('v1'), expired('v1'))).toBe('n1')
    expect(room('v1', ...dispatching(), offered('v1'))).toBe('n1')
  })
  test('not when the need is filled, dropped, or nobody is asked any more', () => {
    const drop = { type: 'need.dropped', data: { needId: 'n1', reason: null } } as const
    expect(room('v2', ...full)).toBeNull()
    expect(room('v1', ...dispatching(), offered('v1'), expired('v1'), drop)).toBeNull()
    expect(room('v1', ...dispatching(), offered('v1'), withdrawn('v1', 'stand_down'), controlled)).toBeNull()
  })
  test('not when something else of this incident binds him', () => {
    const second = offered('v1', { offerId: 'o9', search: 2 })
    expect(room('v1', ...dispatching(), offered('v1'), expired('v1'), second)).toBeNull()
  })
})

describe('a spare', () => {
  const missed = [
    ...dispatching(),
    offered('v1'),
    offered('v2'),
    asking(),
    expired('v2'),
    accepted('v1'),
    filled(),
  ]
  const standing = [...missed, refused('v2', 'standby')]

  test('may be asked again in the same search: he has said yes', () => {
    expect([...askedInSearch(after(...missed), null)]).toEqual(['v1', 'v2'])
    expect([...askedInSearch(after(...standing), null)]).toEqual(['v1'])
  })
  test('is asked once: after a second silence he is left alone, and an offer taken back does not count', () => {
    const again = [...standing, stoodDown('v1'), offered('v2', { offerId: 'o9' })]
    expect(askedInSearch(after(...again), null).has('v2')).toBe(true)
    const ended = { ...who('v2'), offerId: 'o9' }
    const silent = { type: 'offer.expired', data: { ...ended, reason: 'no_answer' } } as const
    expect(askedInSearch(after(...again, silent), null).has('v2')).toBe(true)
    const taken = { type: 'offer.withdrawn', data: { ...ended, reason: 'filled' } } as const
    expect(askedInSearch(after(...again, taken), null).has('v2')).toBe(false)
  })
})

describe('refusing a late yes', () => {
  test('says which rules keep him from a slot that is open, and nothing of them when none is', () => {
    const data = { ...who('v2'), outcome: 'expired', against: ['duty_limit', 'danger_zone'] } as const
    given(...dispatching(), offered('v2'), expired('v2'))
      .when(kept)
      .thenFacts({ type: 'acceptance.refused', data: { ...data, against: [...data.against] } })
    given(...full)
      .when(kept)
      .thenFacts(refused('v2', 'standby'))
  })
  test('makes a spare of him when the need is filled', () => {
    given(...full)
      .when(tooLate('v2'))
      .thenFacts(refused('v2', 'standby'))
      .thenState({ standby: ['v2'] })
  })

  test('a spare who asks again is still a spare, once', () => {
    given(...full, refused('v2', 'standby'))
      .when(tooLate('v2'))
      .thenFacts(refused('v2', 'standby'))
      .thenState({ standby: ['v2'] })
  })

  test('five spares are enough', () => {
    const spares = ['v3', 'v4', 'v5', 'v6', 'v7'].map((id) => refused(id, 'standby'))
    given(...full, ...spares)
      .when(tooLate('v2'))
      .thenFacts(refused('v2', 'already_filled'))
    given(...full, ...spares.slice(1), refused('v2', 'standby'))
      .when(tooLate('v2'))
      .thenFacts(refused('v2', 'standby'))
  })

  test('somebody who is out for this incident is no spare', () => {
    const old = { offerId: 'o9' }
    given(...oneOut(1), offered('v1', old), {
      type: 'offer.withdrawn',
      data: { ...who('v1'), ...old, reason: 'filled' },
    })
      .when((state) => refuseLate(state, { ...who('v1'), ...old }))
      .thenFacts({ type: 'acceptance.refused', data: { ...who('v1'), ...old, outcome: 'already_filled' } })
  })

  test('ends an overdue offer that nobody had ended', () => {
    given(...dispatching(), offered('v1'), asking())
      .when(tooLate('v1'))
      .thenFacts(expired('v1'), refused('v1', 'expired'))
      .thenState({ offers: [], asked: [expect.objectContaining({ ended: 'expired' })] })
  })

  test.each([
    ['expired', expired('v1'), 'expired'],
    ['withdrawn', withdrawn('v1', 'stand_down'), 'withdrawn'],
  ] as const)('tells the fate of the offer (%s) when nobody is asked any more', (_, ending, outcome) => {
    given(...dispatching(), offered('v1'), ending, controlled)
      .when(tooLate('v1'))
      .thenFacts(refused('v1', outcome))
  })

  test('tells the fate of the offer when there is a slot, but he could not be bound', () => {
    given(...dispatching(), offered('v1'), expired('v1'))
      .when(tooLate('v1'))
      .thenFacts(refused('v1', 'expired'))
  })

  test('is refused when the offer was answered, or is not his', () => {
    given(...dispatching(2), offered('v1'), accepted('v1'))
      .when(tooLate('v1'))
      .thenRefused('terminal', { ended: 'accepted' })
    given(...dispatching(), offered('v1'), declined('v1'))
      .when(tooLate('v1'))
      .thenRefused('terminal', { ended: 'declined' })
    given(...dispatching(), offered('v1'))
      .when((state) => refuseLate(state, { ...who('v1'), partnerId: 'p2' }))
      .thenRefused('not_yours')
    given(...dispatching())
      .when(tooLate('v1'))
      .thenRefused('not_found')
  })

  test('the number of spares is the caller’s to choose', () => {
    const state = after(...full)
    expect(lateOutcome(state, askedOf(state, who('v2')), 0)).toBe('already_filled')
  })
})
