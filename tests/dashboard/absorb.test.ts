import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { absorbIncident, doubtVolunteers } from '../../dashboard/src/api/cache.ts'
import { keys } from '../../dashboard/src/api/keys.ts'
import { absorbCity } from '../../dashboard/src/live/absorb.ts'
import type { LiveCity } from '../../dashboard/src/live/fold.ts'
import { reportedAt } from './an-incident.ts'

const at = '2026-01-17T06:00:00.000Z'
const everybody = ['vol_1', 'vol_2', 'vol_3', 'vol_4']

const asked = (volunteerId: string) =>
  ({ id: `off_${volunteerId}`, volunteerId, expiresAt: at }) as Incident['offers'][number]
const out = (volunteerId: string, state: 'en_route' | 'released') =>
  ({
    id: `asg_${volunteerId}`,
    volunteerId,
    state,
    acceptedAt: at,
    acks: {},
  }) as Incident['assignments'][number]
const incident = (change: Partial<Incident>): Incident => ({
  ...reportedAt(at),
  status: 'responding',
  ...change,
})

const cityOf = (version: number, state: Incident, duties: Record<string, Volunteer['duty']>): LiveCity => ({
  seq: version,
  incidents: new Map([[state.id, { version, index: 0, state }]]),
  volunteers: new Map(
    everybody.map((id) => {
      const duty = duties[id] ?? 'on'
      const known = { id, duty, sosAt: null } as Volunteer
      return [id, duty === 'on' ? folded(id, known) : { version, index: 0, state: known }]
    }),
  ),
  zones: new Map(),
})
const unchanged = new Map<string, { version: number; index: number; state: Volunteer }>()
/** The same object as long as nothing is heard of somebody. */
const folded = (id: string, state: Volunteer) => {
  const known = unchanged.get(id) ?? { version: 1, index: 0, state }
  unchanged.set(id, known)
  return known
}

/** A screen on which the page of each of them is known. */
const aScreen = () => {
  const queries = new QueryClient()
  for (const id of everybody) queries.setQueryData(keys.volunteer(id), { id, version: 1 })
  const old = () => everybody.filter((id) => queries.getQueryState(keys.volunteer(id))?.isInvalidated)
  return { queries, old }
}

test('the page of a volunteer hears what happens to him, and that an incident binds or frees him', () => {
  const { queries, old } = aScreen()
  const before = cityOf(
    1,
    incident({ offers: [asked('vol_1')], assignments: [out('vol_2', 'en_route')] }),
    {},
  )
  const after = cityOf(2, incident({ assignments: [out('vol_1', 'en_route'), out('vol_2', 'released')] }), {
    vol_3: 'off',
  })
  absorbCity(queries, [], null, before)
  expect(old()).toEqual([])
  absorbCity(queries, [], before, after)
  expect(old()).toEqual(['vol_1', 'vol_2', 'vol_3'])
})

test('so it does of an action of this screen, and of one that was refused', async () => {
  const { queries, old } = aScreen()
  const answer = { version: 2, incident: incident({ offers: [asked('vol_4')] }) } as IncidentDetail
  await absorbIncident(queries, answer)
  expect(old()).toEqual(['vol_4'])
  await doubtVolunteers(queries)
  expect(old()).toEqual(everybody)
})
