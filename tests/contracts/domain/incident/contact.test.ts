import { describe, expect, test } from 'vitest'
import {
  addEvidence,
  answerCheckin,
  requestCheckin,
  sendMessage,
} from '#contracts/domain/incident/commands/contact.ts'
import type { IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { MAX_EVIDENCE } from '#contracts/domain/incident/words.ts'
import { at, minutes } from '../scenario.ts'
import { exitBy } from './exits.ts'
import { given } from './given.ts'
import {
  accepted,
  bearer,
  checkinAnswered,
  checkinRequested,
  dispatching,
  offered,
  oneOut,
  progressed,
  reported,
  stoodDown,
  wayTo,
} from './story.ts'

const twoOut = [...oneOut(2), offered('v2', { slot: 1 }), accepted('v2', { slot: 1 })]
const written = { textId: 'txt_7', digest: 'd7' }
const missed: IncidentFactBody = {
  type: 'deadline.missed',
  data: { what: 'checkin', subject: 'a1', dueAt: minutes(5) },
}

const send = (assignmentIds: string[] | null) => (state: Incident) =>
  sendMessage(state, { assignmentIds, ...written })
const sent = (...assignmentIds: string[]): IncidentFactBody => ({
  type: 'message.sent',
  data: { assignmentIds, ...written },
})
const request = (assignmentIds: string[] | null) => (state: Incident) =>
  requestCheckin(state, { assignmentIds, idOf: (assignmentId) => `c${assignmentId.slice(1)}` })

describe('a message to the team', () => {
  test('goes to everybody who is out, and stands in the notes', () => {
    given(...twoOut)
      .when(send(null), minutes(2))
      .thenFacts(sent('a1', 'a2'))
      .thenState({ notes: [{ textId: 'txt_7', about: 'message', at: minutes(2), to: ['a1', 'a2'] }] })
  })

  test('goes to those who are named, as far as they are out', () => {
    given(...twoOut)
      .when(send(['a2']))
      .thenFacts(sent('a2'))
    given(...twoOut, progressed('v1', 'completed'))
      .when(send(['a1', 'a2']))
      .thenFacts(sent('a2'))
  })

  test('needs somebody to read it', () => {
    given(...dispatching())
      .when(send(null))
      .thenRefused('nobody_out')
    given(...twoOut)
      .when(send(['a9']))
      .thenRefused('nobody_out')
    given(...oneOut(1), stoodDown('v1'))
      .when(send(null))
      .thenRefused('nobody_out')
    given(...wayTo.closed)
      .when(send(null))
      .thenRefused('closed_incident')
  })
})

describe('a check-in', () => {
  test('asks each one who is out', () => {
    given(...twoOut)
      .when(request(null), minutes(2))
      .thenFacts(checkinRequested('v1'), checkinRequested('v2'))
      .thenState({
        assignments: [
          expect.objectContaining({ checkin: { id: 'c1', requestedAt: minutes(2), answeredAt: null } }),
          expect.objectContaining({ checkin: { id: 'c2', requestedAt: minutes(2), answeredAt: null } }),
        ],
      })
    given(...twoOut)
      .when(request(['a2']))
      .thenFacts(checkinRequested('v2'))
  })

  test('is not asked twice while an answer may still come', () => {
    given(...twoOut, checkinRequested('v1'))
      .when(request(null))
      .thenFacts(checkinRequested('v2'))
    given(...oneOut(1), checkinRequested('v1'))
      .when(request(null))
      .thenRefused('already_done')
  })

  test.each([
    ['answered', checkinAnswered('v1')],
    ['missed', missed],
  ])('may be asked again after one was %s, with a time of its own', (_, before) => {
    given(...oneOut(1), checkinRequested('v1'), before)
      .when(request(null), minutes(9))
      .thenFacts(checkinRequested('v1'))
      .thenState({
        missed: [],
        assignments: [
          expect.objectContaining({ checkin: { id: 'c1', requestedAt: minutes(9), answeredAt: null } }),
        ],
      })
  })

  test('needs somebody to answer it', () => {
    given(reported()).when(request(null)).thenRefused('nobody_out')
    given(...wayTo.cancelled)
      .when(request(null))
      .thenRefused('closed_incident')
  })
})

describe('the answer to a check-in', () => {
  const point = { lat: -10.17, lng: 123.6 }
  const answer =
    (over: object = {}) =>
    (state: Incident) =>
      answerCheckin(state, { ...bearer('v1'), ...over }, { point, text: written })
  const asked = [...oneOut(1), checkinRequested('v1')]

  test('says when, where, and what he wrote', () => {
    given(...asked)
      .when(answer(), minutes(3))
      .thenFacts(checkinAnswered('v1', { point, ...written }))
      .thenState({
        assignments: [
          expect.objectContaining({
            lastPoint: point,
            checkin: expect.objectContaining({ answeredAt: minutes(3) }),
          }),
        ],
        notes: [{ textId: 'txt_7', about: 'message', at: minutes(3), from: 'a1' }],
      })
  })

  test('may be a bare sign of life, and keeps the last point known', () => {
    given(...asked, checkinAnswered('v1', { point }), at(minutes(9), checkinRequested('v1')))
      .when((state) => answerCheckin(state, bearer('v1'), { point: null, text: null }))
      .thenFacts(checkinAnswered('v1'))
      .thenState({ notes: [], assignments: [expect.objectContaining({ lastPoint: point })] })
  })

  test.each([
    ['nobody asked', oneOut(1)],
    ['it was answered', [...asked, checkinAnswered('v1')]],
  ] as const)('is nothing new when %s', (_, facts) => {
    given(...facts)
      .when(answer())
      .thenFacts()
  })

  test.each(['stood_down', 'reassigned', 'released', 'failed'] as const)('counts though he is %s', (exit) => {
    given(...asked, exitBy(exit))
      .when(answer())
      .thenTypes('checkin.answered')
  })

  test('is refused for an assignment unknown or of another', () => {
    given(...dispatching())
      .when(answer())
      .thenRefused('not_found')
    given(...asked)
      .when(answer({ partnerId: 'p2' }))
      .thenRefused('not_yours')
    given(...asked)
      .when(answer({ volunteerId: 'v2' }))
      .thenRefused('not_yours')
  })
})

describe('evidence', () => {
  const note = { kind: 'note', ...written } as const
  const photo = { kind: 'photo', photoId: 'pho_1', digest: 'd9' } as const
  const noted: IncidentFactBody = {
    type: 'evidence.added',
    data: { ...bearer('v1'), kind: 'note', textId: 'txt_7', photoId: null, digest: 'd7' },
  }
  const shown: IncidentFactBody = {
    type: 'evidence.added',
    data: { ...bearer('v1'), kind: 'photo', textId: null, photoId: 'pho_1', digest: 'd9' },
  }

  test('may be a note', () => {
    given(...oneOut(1))
      .when((state) => addEvidence(state, bearer('v1'), note), minutes(3))
      .thenFacts(noted)
      .thenState({ notes: [{ textId: 'txt_7', about: 'evidence', at: minutes(3), from: 'a1' }] })
  })

  test('may be a photo, once', () => {
    given(...oneOut(1))
      .when((state) => addEvidence(state, bearer('v1'), photo), minutes(3))
      .thenFacts(shown)
      .thenState({ notes: [], photos: [{ photoId: 'pho_1', from: 'a1', at: minutes(3) }] })
    given(...oneOut(1), shown)
      .when((state) => addEvidence(state, bearer('v1'), photo))
      .thenFacts()
  })

  test.each([
    ['the task is done', [progressed('v1', 'completed')]],
    ['the incident is over', [stoodDown('v1'), { type: 'incident.cancelled', data: { reason: null } }]],
  ] as const)('is taken though %s: knowledge comes late', (_, facts) => {
    given(...oneOut(1), ...facts)
      .when((state) => addEvidence(state, bearer('v1'), note))
      .thenFacts(noted)
  })

  test('has a limit for each assignment', () => {
    const many = Array.from({ length: MAX_EVIDENCE }, (_, i) => (i % 2 === 0 ? noted : shown))
    given(...twoOut, ...many)
      .when((state) => addEvidence(state, bearer('v1'), note))
      .thenRefused('too_much_evidence', { limit: MAX_EVIDENCE })
    given(...twoOut, ...many)
      .when((state) => addEvidence(state, bearer('v2'), note))
      .thenTypes('evidence.added')
  })

  test('is refused for an assignment unknown or of another', () => {
    given(...dispatching())
      .when((state) => addEvidence(state, bearer('v1'), note))
      .thenRefused('not_found')
    given(...oneOut(1))
      .when((state) => addEvidence(state, { ...bearer('v1'), partnerId: 'p2' }, photo))
      .thenRefused('not_yours')
  })
})
