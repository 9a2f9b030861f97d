import { describe, expect, test } from 'vitest'
import { engage, type Engagement } from '#contracts/domain/incident/commands/engage.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { minutes } from '../scenario.ts'
import { byHand } from './asks.ts'
import { given } from './given.ts'
import {
  accepted,
  asking,
  declined,
  dispatching,
  expired,
  filled,
  offered,
  oneOut,
  progressed,
  responding,
  stalled,
  wayTo,
  withdrawn,
} from './story.ts'

const choose =
  (volunteerId: string, over: Partial<Engagement> = {}) =>
  (state: Incident) =>
    engage(state, byHand(volunteerId, over), minutes(2))
const made = (volunteerId: string, slot = 0) =>
  offered(volunteerId, {
    slot,
    channel: 'link',
    expiresAt: minutes(2),
    wave: 0,
    chosenBy: 'hand',
    reason: 'txt_5',
  })
const taken = (volunteerId: string, slot = 0) => accepted(volunteerId, { slot, etaS: 300 })
const reassigned = {
  type: 'assignment.reassigned',
  data: { assignmentId: 'a1', volunteerId: 'v1', partnerId: 'p1', to: 'a2' },
} as const

describe('a choice by hand', () => {
  test('is an offer made and accepted in one change', () => {
    given(...dispatching(2))
      .when(choose('v1'), minutes(2))
      .thenFacts(made('v1'), asking(), taken('v1'), responding)
      .thenState({
        status: 'responding',
        offers: [],
        assignments: [expect.objectContaining({ volunteerId: 'v1', channel: 'link', state: 'accepted' })],
      })
  })

  test('takes the lowest free slot; filling the need takes the surplus back', () => {
    given(...oneOut(2), offered('v3', { slot: 1 }))
      .when(choose('v2'))
      .thenFacts(made('v2', 1), taken('v2', 1), filled(), withdrawn('v3', 'filled'))
  })

  test('may be somebody who said no or kept silent', () => {
    given(...dispatching(2), offered('v1'), asking(), declined('v1'))
      .when(choose('v1', { offerId: 'o8' }))
      .thenTypes('offer.created', 'offer.accepted', 'incident.responding')
    given(...dispatching(2), offered('v1'), asking(), expired('v1'))
      .when(choose('v1', { offerId: 'o8', chosenBy: 'late_answer', reason: null }))
      .thenTypes('offer.created', 'offer.accepted', 'incident.responding')
  })

  test('one person by hand does not wake a stalled need, the last one fills it', () => {
    given(...dispatching(2), stalled())
      .when(choose('v1'))
      .thenFacts(made('v1'), taken('v1'), responding)
      .thenState({ alarms: [expect.objectContaining({ id: 'stalled:n1' })] })
    given(...dispatching(1), stalled())
      .when(choose('v1'))
      .thenFacts(made('v1'), taken('v1'), responding, filled())
      .thenState({ alarms: [] })
  })
})

describe('a replacement', () => {
  test('takes the slot of the one replaced, in one change', () => {
    given(...oneOut(1))
      .when(choose('v2', { replaces: 'a1' }))
      .thenFacts(reassigned, made('v2'), asking(), taken('v2'), filled())
      .thenState({
        needs: [expect.objectContaining({ status: 'filled' })],
        assignments: [
          expect.objectContaining({ id: 'a1', state: 'reassigned' }),
          expect.objectContaining({ id: 'a2', slot: 0, state: 'accepted' }),
        ],
      })
  })

  test.each([
    ['is unknown', [], { replaces: 'a9' }],
    ['has finished', [progressed('v1', 'completed')], { replaces: 'a1' }],
    ['is out for another need', [], { replaces: 'a1', needId: 'n2' }],
  ] as const)('is refused when the one to replace %s', (_, facts, over) => {
    given(...oneOut(1), ...facts)
      .when(choose('v2', over))
      .thenRefused('not_found')
  })

  test('nobody replaces himself', () => {
    given(...oneOut(1))
      .when(choose('v1', { offerId: 'o9', assignmentId: 'a9', replaces: 'a1' }))
      .thenRefused('busy')
  })
})

describe('a choice by hand is refused', () => {
  test('while he has an open offer here: he accepts that one', () => {
    given(...dispatching(2), offered('v1'))
      .when(choose('v1', { offerId: 'o9' }))
      .thenRefused('already_asked', { volunteerId: 'v1' })
  })

  test('while he is out for this incident', () => {
    given(...oneOut(2))
      .when(choose('v1', { offerId: 'o9', assignmentId: 'a9' }))
      .thenRefused('busy')
  })

  test('for a need unknown or filled', () => {
    given(...dispatching())
      .when(choose('v1', { needId: 'n9' }))
      .thenRefused('unknown_need')
    given(...oneOut(1))
      .when(choose('v2'))
      .thenRefused('need_filled')
  })

  test('while the incident does not ask', () => {
    given(...wayTo.verified)
      .when(choose('v1'))
      .thenRefused('illegal_move', { from: 'verified' })
    given(...wayTo.cancelled)
      .when(choose('v1'))
      .thenRefused('closed_incident')
  })
})
