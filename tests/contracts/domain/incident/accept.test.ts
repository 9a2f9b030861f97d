import { describe, expect, test } from 'vitest'
import { accept } from '#contracts/domain/incident/commands/answer.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { minutes, T0 } from '../scenario.ts'
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
  responding,
  who,
  withdrawn,
} from './story.ts'

const yes =
  (volunteerId: string, moment = T0, etaS: number | null = null) =>
  (state: Incident) =>
    accept(state, who(volunteerId), { assignmentId: `a${volunteerId.slice(1)}`, etaS }, moment)

describe('a yes in time', () => {
  test('is an assignment, and the incident is responding', () => {
    given(...dispatching(2), offered('v1'), asking())
      .when(yes('v1', minutes(1)), minutes(1))
      .thenFacts(accepted('v1'), responding)
      .thenState({
        status: 'responding',
        respondingAt: minutes(1),
        offers: [],
        tally: { accepted: 1, declined: 0, expired: 0, withdrawn: 0 },
        assignments: [expect.objectContaining({ id: 'a1', offerId: 'o1', slot: 0, state: 'accepted' })],
        asked: [expect.objectContaining({ offerId: 'o1', ended: 'accepted', endedAt: minutes(1) })],
      })
  })

  test('is in time until the very moment of expiry', () => {
    given(...dispatching(2), offered('v1'))
      .when(yes('v1', minutes(3)))
      .thenTypes('offer.accepted', 'incident.responding')
  })

  test('fills the last slot and takes the surplus offers back in the same write', () => {
    given(...oneOut(2), offered('v2', { slot: 1 }), offered('v3', { slot: 1 }))
      .when(yes('v2'))
      .thenFacts(accepted('v2', { slot: 1 }), filled(), withdrawn('v3', 'filled'))
      .thenState({ needs: [expect.objectContaining({ status: 'filled' })], offers: [] })
  })

  test('leaves the offers of other needs', () => {
    given(...dispatching(1), offered('v1'), offered('v2', { needId: 'n2' }), asking())
      .when(yes('v1'))
      .thenFacts(accepted('v1'), responding, filled())
  })

  test('takes the next free slot when the one proposed is taken', () => {
    given(...oneOut(3), offered('v2', { slot: 0 }))
      .when(yes('v2'))
      .thenFacts(accepted('v2', { slot: 1 }))
  })

  test('keeps the time of arrival that the volunteer told, else the one that was reckoned', () => {
    const why = { etaS: 240, uncertaintyS: 0, distanceM: 1800, parts: {} }
    given(...dispatching(2), offered('v1', { why }))
      .when(yes('v1', T0, 600))
      .thenFacts(accepted('v1', { etaS: 600 }), responding)
    given(...dispatching(2), offered('v1', { why }))
      .when(yes('v1'))
      .thenFacts(accepted('v1', { etaS: 240 }), responding)
  })

  test('ends his being a spare', () => {
    const standby = { type: 'acceptance.refused', data: { ...who('v1'), outcome: 'standby' } } as const
    given(...dispatching(2), offered('v1'), expired('v1'), standby, offered('v1', { offerId: 'o9' }))
      .when((state) => accept(state, { ...who('v1'), offerId: 'o9' }, { assignmentId: 'a1', etaS: null }, T0))
      .thenState({ standby: [] })
  })
})

describe('a yes is refused', () => {
  test('for an offer never made', () => {
    given(...dispatching())
      .when(yes('v1'))
      .thenRefused('not_found')
  })

  test.each([
    ['volunteer', { ...who('v1'), volunteerId: 'v2' }],
    ['partner', { ...who('v1'), partnerId: 'p2' }],
  ])('from another %s', (_, answerer) => {
    given(...dispatching(), offered('v1'))
      .when((state) => accept(state, answerer, { assignmentId: 'a1', etaS: null }, T0))
      .thenRefused('not_yours')
  })

  test('after the moment of expiry, though nobody has ended the offer yet', () => {
    given(...dispatching(), offered('v1'))
      .when(yes('v1', '2026-01-17T05:03:00.001Z'))
      .thenRefused('terminal')
  })

  test.each([
    ['expired', expired('v1')],
    ['declined', declined('v1')],
    ['withdrawn', withdrawn('v1', 'filled')],
    ['accepted', accepted('v1')],
  ] as const)('when the offer was %s', (_, ending) => {
    given(...dispatching(2), offered('v1'), ending)
      .when(yes('v1'))
      .thenRefused('terminal')
  })

  test('when need, slot or asking are gone, whatever the facts say of the offer', () => {
    given(...dispatching(), offered('v1', { needId: 'n9' }))
      .when(yes('v1'))
      .thenRefused('terminal')
    given(...oneOut(1), offered('v2'))
      .when(yes('v2'))
      .thenRefused('terminal')
    given(...dispatching(), offered('v1'), { type: 'incident.controlled', data: { note: null } })
      .when(yes('v1'))
      .thenRefused('terminal')
  })
})
