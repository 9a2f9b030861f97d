import { expect, test } from 'vitest'
import type { Need } from '#contracts/domain/incident/state.ts'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import { obstaclesOf, ranked } from '../../dashboard/src/panels/incident/dialogs/candidates.ts'

const at = '2026-01-17T05:00:00.000Z'
const scene = { lat: -10.17, lng: 123.6 }
const need: Need = {
  id: 'nd_1',
  task: 'p3k',
  vehicle: 'car',
  skill: 'p3k',
  quantity: 1,
  status: 'asking',
  openSince: at,
  stalled: null,
}

type One = Pick<VolunteerView, 'displayName' | 'vehicle' | 'skills' | 'duty' | 'bound' | 'position'>
const volunteer = (displayName: string, over: Partial<One> = {}): One => ({
  displayName,
  vehicle: 'car',
  skills: ['p3k'],
  duty: 'on',
  bound: null,
  position: null,
  ...over,
})
const near = (km: number): Pick<VolunteerView, 'position'> => ({
  position: { lat: scene.lat + km / 111, lng: scene.lng, source: 'live', at },
})

test('whoever has another vehicle or skill is told so, and nobody else', () => {
  expect(obstaclesOf(volunteer('a'), need)).toEqual([])
  expect(obstaclesOf(volunteer('b', { vehicle: 'motorcycle', skills: [] }), need)).toEqual([
    'vehicle',
    'skill',
  ])
  expect(obstaclesOf(volunteer('c', { skills: ['berenang'] }), need)).toEqual(['skill'])
  expect(obstaclesOf(volunteer('d', { vehicle: 'motorcycle' }), { ...need, vehicle: 'any' })).toEqual([])
  expect(obstaclesOf(volunteer('e', { duty: 'paused' }), need)).toEqual(['duty'])
  expect(obstaclesOf(volunteer('f', { bound: { incidentId: 'inc_2', offerId: 'of_2' } }), need)).toEqual([
    'bound',
  ])
})

test('who can be sent stands first, the nearest before all; who does not fit stands last and is not left out', () => {
  const volunteers = [
    volunteer('misfit', { vehicle: 'motorcycle', ...near(0.1) }),
    volunteer('unknown'),
    volunteer('off', { duty: 'off', ...near(0.2) }),
    volunteer('far', near(5)),
    volunteer('busy', { bound: { incidentId: 'inc_2', offerId: 'of_2' }, ...near(0.3) }),
    volunteer('close', near(1)),
  ]
  expect(ranked(volunteers, need, scene).map(({ displayName }) => displayName)).toEqual([
    'close',
    'far',
    'unknown',
    'off',
    'busy',
    'misfit',
  ])
})
