import { describe, expect, test } from 'vitest'
import { standDown } from '#contracts/domain/incident/commands/finish.ts'
import { minutes } from '../scenario.ts'
import { given } from './given.ts'
import { accepted, asking, controlled, offered, oneOut, progressed, stoodDown } from './story.ts'

const home = (...assignmentIds: string[]) => ({ assignmentIds })
const two = [...oneOut(2), offered('v2', { slot: 1 }), accepted('v2', { slot: 1 })]

describe('standing people down', () => {
  test('calls only those named; a need that was filled asks again', () => {
    given(...two, { type: 'need.filled', data: { needId: 'n1' } })
      .when((state) => standDown(state, home('a2')), minutes(20))
      .thenFacts(stoodDown('v2'), asking())
      .thenState({ nextWaveAt: minutes(20), needs: [expect.objectContaining({ status: 'asking' })] })
  })

  test('a need that was asking goes on asking', () => {
    given(...oneOut(2))
      .when((state) => standDown(state, home('a1')))
      .thenFacts(stoodDown('v1'))
  })

  test('lets the incident be closed', () => {
    given(...two, controlled)
      .when((state) => standDown(state, home('a1', 'a2')))
      .thenFacts(stoodDown('v1'), stoodDown('v2'))
  })

  test('is refused when none of them is out', () => {
    given(...two)
      .when((state) => standDown(state, home('a9')))
      .thenRefused('not_found')
    given(...two, progressed('v1', 'completed'))
      .when((state) => standDown(state, home('a1')))
      .thenRefused('not_found')
    given(...two)
      .when((state) => standDown(state, home()))
      .thenRefused('not_found')
  })
})
