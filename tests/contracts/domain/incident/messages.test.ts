import { describe, expect, test } from 'vitest'
import { messageBeside, writeMessage } from '#contracts/domain/incident/commands/messages.ts'
import type { IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import { MAX_MESSAGES } from '#contracts/domain/incident/words.ts'
import { minutes } from '../scenario.ts'
import { given } from './given.ts'
import { accepted, bearer, offered, oneOut, wayTo } from './story.ts'

const twoOut = [...oneOut(2), offered('v2', { slot: 1 }), accepted('v2', { slot: 1 })]
const text = { textId: 'txt_8', digest: 'd8' }
const from = (volunteerId: string): IncidentFactBody => ({
  type: 'incident.noted',
  data: { ...text, about: 'message', from: bearer(volunteerId).assignmentId },
})
const full = Array.from({ length: MAX_MESSAGES }, () => from('v1'))

describe('a message of a volunteer', () => {
  test('stands in the notes with the task that it came from', () => {
    given(...twoOut)
      .when((state) => writeMessage(state, bearer('v1'), text), minutes(4))
      .thenFacts(from('v1'))
      .thenState({ notes: [{ textId: 'txt_8', about: 'message', at: minutes(4), from: 'a1' }] })
  })

  test('has a limit for each task', () => {
    given(...twoOut, ...full.slice(1))
      .when((state) => writeMessage(state, bearer('v1'), text))
      .thenTypes('incident.noted')
    given(...twoOut, ...full)
      .when((state) => writeMessage(state, bearer('v1'), text))
      .thenRefused('too_many_messages', { limit: MAX_MESSAGES })
    given(...twoOut, ...full)
      .when((state) => writeMessage(state, bearer('v2'), text))
      .thenTypes('incident.noted')
  })

  test('is refused for a task unknown or of another', () => {
    given(...twoOut)
      .when((state) => writeMessage(state, { ...bearer('v1'), assignmentId: 'a9' }, text))
      .thenRefused('not_found')
    given(...twoOut)
      .when((state) => writeMessage(state, { ...bearer('v1'), volunteerId: 'v2' }, text))
      .thenRefused('not_yours')
  })
})

describe('what is written beside something else', () => {
  test('is kept, also after the end', () => {
    given(...twoOut)
      .when((state) => messageBeside(state, bearer('v2'), text))
      .thenFacts(from('v2'))
    given(...oneOut(1), ...wayTo.closed.slice(-1))
      .when((state) => messageBeside(state, bearer('v1'), text))
      .thenState({ status: 'closed', notes: [expect.anything()] })
  })

  test('is nothing without words, and nothing beyond the limit', () => {
    given(...twoOut)
      .when((state) => messageBeside(state, bearer('v1'), null))
      .thenFacts()
    given(...twoOut, ...full)
      .when((state) => messageBeside(state, bearer('v1'), text))
      .thenFacts()
  })
})
