import { expect, test } from 'vitest'
import type { Asked, Incident } from '#contracts/domain/incident/state.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { censusOf } from '../../dashboard/src/panels/volunteers/census.ts'

const now = Date.parse('2026-01-17T06:30:00.000Z')
const ago = (hours: number): string => new Date(now - hours * 3_600_000).toISOString()
const person = (id: string, change: Partial<Volunteer> = {}) =>
  ({ id, duty: 'on', standing: 'active', vehicle: 'motorcycle', ...change }) as Volunteer
const asked = (volunteerId: string, ended: Asked['ended'], hours: number) =>
  ({ volunteerId, ended, endedAt: ago(hours) }) as Asked

test('everybody is counted once: by vehicle and by what he does, or by why he is not there', () => {
  const people = [
    person('free'),
    person('asked', { vehicle: 'car' }),
    person('busy', { vehicle: 'car', duty: 'off' }),
    person('resting', { duty: 'paused' }),
    person('home', { duty: 'off' }),
    person('new', { standing: 'pending' }),
    person('barred', { standing: 'suspended' }),
  ]
  const bound = new Map([
    ['asked', { state: 'asked' as const, incidentId: 'i' }],
    ['busy', { state: 'on_task' as const, incidentId: 'i' }],
  ])
  expect(censusOf(people, bound, [], now)).toEqual({
    byVehicle: [
      { vehicle: 'motorcycle', free: 1, asked: 0, onTask: 0 },
      { vehicle: 'car', free: 0, asked: 1, onTask: 1 },
      { vehicle: 'pickup', free: 0, asked: 0, onTask: 0 },
    ],
    all: { free: 1, asked: 1, onTask: 1 },
    paused: 1,
    off: 1,
    pending: 1,
    suspended: 1,
    silent: [],
  })
})

test('whoever lets offers pass in silence is named, the most often first; a no is an answer, yesterday is over', () => {
  const incidents = [
    { asked: [asked('once', 'expired', 1), asked('often', 'expired', 2), asked('no', 'declined', 1)] },
    { asked: [asked('often', 'expired', 3), asked('long ago', 'expired', 25)] },
  ] as Incident[]
  expect(censusOf([], new Map(), incidents, now).silent).toEqual([
    { id: 'often', times: 2 },
    { id: 'once', times: 1 },
  ])
})
