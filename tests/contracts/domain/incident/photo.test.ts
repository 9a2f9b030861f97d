import { expect, test } from 'vitest'
import { addEvidence } from '#contracts/domain/incident/commands/contact.ts'
import { addPhoto } from '#contracts/domain/incident/commands/photo.ts'
import type { IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import { MAX_EVIDENCE, MAX_STAFF_PHOTOS } from '#contracts/domain/incident/words.ts'
import { minutes } from '../scenario.ts'
import { after, given } from './given.ts'
import { bearer, oneOut, reported } from './story.ts'

const added = (photoId: string): IncidentFactBody => ({
  type: 'photo.added',
  data: { photoId, digest: 'd1' },
})
const many = (count: number): IncidentFactBody[] =>
  Array.from({ length: count }, (_, i) => added(`pho_${String(i)}`))

test('staff add a photo, once; the file says who and when', () => {
  given(reported())
    .when((state) => addPhoto(state, { photoId: 'pho_1', digest: 'd1' }), minutes(3))
    .thenFacts(added('pho_1'))
    .thenState({ photos: [{ photoId: 'pho_1', at: minutes(3), by: 'usr_operator' }] })
  given(reported(), added('pho_1'))
    .when((state) => addPhoto(state, { photoId: 'pho_1', digest: 'd1' }))
    .thenFacts()
})

test('also after the end: knowledge comes late', () => {
  given(reported(), { type: 'incident.cancelled', data: { reason: null } })
    .when((state) => addPhoto(state, { photoId: 'pho_1', digest: 'd1' }))
    .thenFacts(added('pho_1'))
})

test('one incident takes a hundred of staff; those of volunteers are not counted among them', () => {
  given(reported(), ...many(MAX_STAFF_PHOTOS))
    .when((state) => addPhoto(state, { photoId: 'pho_new', digest: 'd1' }))
    .thenRefused('too_many_photos', { limit: MAX_STAFF_PHOTOS })
  const taken: IncidentFactBody = {
    type: 'evidence.added',
    data: { ...bearer('v1'), kind: 'photo', textId: null, photoId: 'pho_of_v1', digest: 'd9' },
  }
  given(...oneOut(1), taken, ...many(MAX_STAFF_PHOTOS - 1))
    .when((state) => addPhoto(state, { photoId: 'pho_new', digest: 'd1' }))
    .thenTypes('photo.added')
})

test('nor are those of staff among the evidence of a volunteer', () => {
  given(...oneOut(1), ...many(MAX_EVIDENCE))
    .when((state) => addEvidence(state, bearer('v1'), { kind: 'photo', photoId: 'pho_new', digest: 'd9' }))
    .thenTypes('evidence.added')
})

test('photos of both lie in one list, in the order in which they came', () => {
  const taken: IncidentFactBody = {
    type: 'evidence.added',
    data: { ...bearer('v1'), kind: 'photo', textId: null, photoId: 'pho_2', digest: 'd9' },
  }
  const { photos = [] } = after(...oneOut(1), added('pho_1'), taken, added('pho_3'))
  expect(photos.map(({ photoId, from, by }) => [photoId, from, by])).toEqual([
    ['pho_1', undefined, 'usr_operator'],
    ['pho_2', 'a1', undefined],
    ['pho_3', undefined, 'usr_operator'],
  ])
})
