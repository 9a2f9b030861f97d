import { describe, expect, test } from 'vitest'
import { openWave } from '#contracts/domain/incident/commands/wave.ts'
import { minutes } from '../scenario.ts'
import { toAsk, waveTo } from './asks.ts'
import { given } from './given.ts'
import {
  accepted,
  asking,
  declined,
  dispatching,
  expired,
  filled,
  needed,
  offered,
  oneOut,
  progressed,
  withdrawn,
} from './story.ts'

const opened = (offers: number, wave = 1) =>
  ({
    type: 'wave.opened',
    data: { wave, search: 1, ring: 0, offers, nextWaveAt: minutes(0.75), policyVersion: 'default-1' },
  }) as const
const again = { type: 'search.repeated', data: { search: 2 } } as const
const { why, position } = toAsk('v1')

describe('a wave', () => {
  test('asks several for one slot, each with the reason why he', () => {
    given(...dispatching())
      .when((state) => openWave(state, waveTo('v1', 'v2')))
      .thenFacts(opened(2), offered('v1', { why, position }), offered('v2', { why, position }), asking())
      .thenState({
        wave: 1,
        nextWaveAt: minutes(0.75),
        needs: [expect.objectContaining({ status: 'asking' })],
        offers: [expect.objectContaining({ id: 'o1' }), expect.objectContaining({ id: 'o2' })],
      })
  })

  test('names the lowest free slot', () => {
    given(...oneOut(2))
      .when((state) => openWave(state, waveTo('v2')))
      .thenFacts(opened(1), offered('v2', { slot: 1, why, position }))
  })

  test('asks for several needs in one write', () => {
    given(...dispatching(), needed('n2', 1))
      .when((state) => openWave(state, { ...waveTo('v1'), offers: [toAsk('v1'), toAsk('v2', 'n2')] }))
      .thenTypes('wave.opened', 'offer.created', 'offer.created', 'need.asking', 'need.asking')
  })

  test('that finds nobody new only moves the next moment', () => {
    given(...dispatching(), offered('v1'), asking())
      .when((state) => openWave(state, waveTo()))
      .thenFacts(opened(0))
  })

  test('that changes nothing is no fact', () => {
    given(...dispatching())
      .when((state) => openWave(state, { ...waveTo(), nextWaveAt: state.nextWaveAt }))
      .thenFacts()
  })

  test('never narrows the ring', () => {
    given(...dispatching(), { type: 'search.widened', data: { ring: 2 } })
      .when((state) => openWave(state, { ...waveTo('v1'), ring: 1 }))
      .thenState({ ring: 2 })
  })

  test('may ask those whose offer was taken back, for they were never heard', () => {
    given(...dispatching(), offered('v1'), withdrawn('v1', 'filled'))
      .when((state) => openWave(state, waveTo('v1')))
      .thenTypes('wave.opened', 'offer.created', 'need.asking')
  })

  test('may ask everybody again in a new search', () => {
    given(...dispatching(), offered('v1'), declined('v1'), offered('v2'), expired('v2'), again)
      .when((state) => openWave(state, waveTo('v1', 'v2')))
      .thenState({ offers: [expect.objectContaining({ search: 2 }), expect.objectContaining({ search: 2 })] })
  })
})

describe('a wave is refused', () => {
  test.each([
    ['has not answered', []],
    ['said no', [declined('v1')]],
    ['kept silent', [expired('v1')]],
    ['said yes and came home', [accepted('v1'), progressed('v1', 'completed')]],
  ] as const)('for a volunteer who %s in this search', (_, facts) => {
    given(...dispatching(2), offered('v1'), ...facts)
      .when((state) => openWave(state, waveTo('v1')))
      .thenRefused('already_asked', { volunteerId: 'v1' })
  })

  test('for a volunteer named twice', () => {
    given(...dispatching())
      .when((state) => openWave(state, waveTo('v1', 'v1')))
      .thenRefused('already_asked')
  })

  test('for a volunteer bound since an earlier search', () => {
    given(...dispatching(2), offered('v1'), again)
      .when((state) => openWave(state, waveTo('v1')))
      .thenRefused('busy', { volunteerId: 'v1' })
    given(...oneOut(2), again)
      .when((state) => openWave(state, waveTo('v1')))
      .thenRefused('busy')
  })

  test('for a need that does not exist or is filled', () => {
    given(...dispatching())
      .when((state) => openWave(state, { ...waveTo(), offers: [toAsk('v1', 'n9')] }))
      .thenRefused('unknown_need')
    given(...dispatching(), needed('n2', 1), offered('v1'), accepted('v1'), filled())
      .when((state) => openWave(state, waveTo('v2')))
      .thenRefused('need_filled')
  })

  test('beyond 1,000 open offers', () => {
    const open = Array.from({ length: 999 }, (_, index) => offered(`v${index + 10}`))
    given(...dispatching(), ...open)
      .when((state) => openWave(state, waveTo('v1', 'v2')))
      .thenRefused('too_many_offers')
    given(...dispatching(), ...open)
      .when((state) => openWave(state, waveTo('v1')))
      .thenTypes('wave.opened', 'offer.created', 'need.asking')
  })
})
