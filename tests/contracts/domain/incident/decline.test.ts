import { describe, expect, test } from 'vitest'
import { decline, undeliverable } from '#contracts/domain/incident/commands/answer.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { declineReasons } from '#contracts/domain/words.ts'
import { minutes } from '../scenario.ts'
import { given } from './given.ts'
import { accepted, asking, declined, dispatching, expired, offered, who, withdrawn } from './story.ts'

const no = (volunteerId: string) => (state: Incident) => decline(state, who(volunteerId), 'too_far')

describe('a no', () => {
  test('ends the offer, and somebody else is looked for at once', () => {
    given(...dispatching(), offered('v1'), asking())
      .when(no('v1'), minutes(1))
      .thenFacts(declined('v1'))
      .thenState({
        offers: [],
        nextWaveAt: minutes(1),
        tally: { accepted: 0, declined: 1, expired: 0, withdrawn: 0 },
        asked: [expect.objectContaining({ ended: 'declined', endReason: 'too_far', endedAt: minutes(1) })],
      })
  })

  test.each(declineReasons)('may be for the reason %s', (reason) => {
    given(...dispatching(), offered('v1'))
      .when((state) => decline(state, who('v1'), reason))
      .thenFacts({ type: 'offer.declined', data: { ...who('v1'), reason } })
  })

  test.each([
    ['expired', expired('v1')],
    ['declined', declined('v1')],
    ['withdrawn', withdrawn('v1', 'filled')],
    ['accepted', accepted('v1')],
  ] as const)('is refused when the offer is %s', (ended, ending) => {
    given(...dispatching(2), offered('v1'), ending)
      .when(no('v1'))
      .thenRefused('terminal', { ended })
  })

  test('is refused for an offer unknown or of another', () => {
    given(...dispatching())
      .when(no('v1'))
      .thenRefused('not_found')
    given(...dispatching(), offered('v1'))
      .when((state) => decline(state, { ...who('v1'), volunteerId: 'v2' }, 'other'))
      .thenRefused('not_yours')
  })
})

describe('an offer that could not be delivered', () => {
  test('ends, and somebody else is looked for at once', () => {
    given(...dispatching(), offered('v1'), asking())
      .when((state) => undeliverable(state, 'o1'), minutes(1))
      .thenFacts({ type: 'offer.expired', data: { ...who('v1'), reason: 'undelivered' } })
      .thenState({ offers: [], nextWaveAt: minutes(1) })
  })

  test('is nothing when it has ended otherwise', () => {
    given(...dispatching(2), offered('v1'), accepted('v1'))
      .when((state) => undeliverable(state, 'o1'))
      .thenFacts()
    given(...dispatching())
      .when((state) => undeliverable(state, 'o9'))
      .thenFacts()
  })
})
