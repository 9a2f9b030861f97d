import { expect, test } from 'vitest'
import { openWave } from '#contracts/domain/incident/commands/wave.ts'
import { T0 } from '../scenario.ts'
import { toAsk, waveTo, waveToNobody } from './asks.ts'
import { given } from './given.ts'
import { asking, dispatching, expired, needed, offered, oneOut, stalled } from './story.ts'

const alarm = {
  id: 'stalled:n1',
  what: 'stalled',
  detail: 'stalled',
  subject: 'n1',
  since: T0,
  acknowledgedAt: null,
}

test('a need for which nobody is left stalls, says why and what would help, and an alarm rises', () => {
  given(...dispatching(), offered('v1'), asking(), expired('v1'))
    .when((state) => openWave(state, waveToNobody('n1')))
    .thenTypes('wave.opened', 'need.stalled')
    .thenState({
      alarms: [expect.objectContaining(alarm)],
      needs: [
        expect.objectContaining({
          status: 'stalled',
          stalled: { considered: 9, reasons: { off_duty: 9 }, remedies: ['widen'], since: T0 },
        }),
      ],
    })
})

test('a need that never found anybody stalls too', () => {
  given(...dispatching())
    .when((state) => openWave(state, waveToNobody('n1')))
    .thenTypes('wave.opened', 'need.stalled')
})

test.each([
  ['is unknown', [], 'n9'],
  ['is stalled already', [stalled()], 'n1'],
  ['still has an open offer', [offered('v1'), asking()], 'n1'],
] as const)('no alarm for a need that %s', (_, facts, needId) => {
  given(...dispatching(), ...facts)
    .when((state) => openWave(state, { ...waveToNobody(needId), nextWaveAt: state.nextWaveAt }))
    .thenFacts()
})

test('no alarm for a need that is filled', () => {
  given(...oneOut(1), needed('n2', 1))
    .when((state) => openWave(state, { ...waveToNobody('n1'), nextWaveAt: state.nextWaveAt }))
    .thenFacts()
})

test('no alarm for a need that this very wave asks for', () => {
  given(...dispatching())
    .when((state) => openWave(state, { ...waveToNobody('n1'), offers: [toAsk('v1')] }))
    .thenTypes('wave.opened', 'offer.created', 'need.asking')
})

test('a stalled need asks again when somebody is found, and the alarm rests', () => {
  given(...dispatching(), stalled())
    .when((state) => openWave(state, waveTo('v1')))
    .thenTypes('wave.opened', 'offer.created', 'need.asking')
    .thenState({ alarms: [], needs: [expect.objectContaining({ status: 'asking', stalled: null })] })
})
