import { expect, test } from 'vitest'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import type { Api } from '../../dashboard/src/api/client.ts'
import { readVolunteers } from '../../dashboard/src/api/registry.ts'
import type { Input } from '../../dashboard/src/api/types.ts'
import type { LiveCity } from '../../dashboard/src/live/fold.ts'
import { asOfNow } from '../../dashboard/src/panels/volunteers/present.ts'

const everybody = Array.from(
  { length: 1200 },
  (_, index) =>
    ({ id: `vol_${String(1000 + index)}`, version: 3, duty: 'off', sosAt: null }) as VolunteerView,
)

test('nobody of the registry is left out, however many there are, and the filter holds for each page', async () => {
  const asked: unknown[] = []
  const api: Api = {
    call: async (_name, input) => {
      await Promise.resolve()
      const { limit = 0, after, ...filter } = (input as Input<'listVolunteers'>).query
      asked.push(filter)
      const left = everybody.filter(({ id }) => after === undefined || id > after)
      const volunteers = left.slice(0, limit)
      return { volunteers, next: left.length > limit ? (volunteers.at(-1)?.id ?? null) : null } as never
    },
  }
  const read = await readVolunteers(api, { duty: 'on' }, new AbortController().signal)
  expect(read.volunteers).toEqual(everybody)
  expect(asked).toEqual([{ duty: 'on' }, { duty: 'on' }, { duty: 'on' }])
})

test('who called for help while the list was read stands there as calling', () => {
  const sosAt = '2026-01-17T06:00:00.000Z'
  const told: Partial<Volunteer> = { duty: 'on', standing: 'active', declaredArea: null, sosAt }
  const cityAt = (version: number): LiveCity => {
    const city: Partial<LiveCity> = {
      volunteers: new Map([['vol_1001', { version, index: 0, state: told as Volunteer }]]),
    }
    return city as LiveCity
  }
  const calling = (version: number) =>
    asOfNow(everybody, cityAt(version)).filter(({ sosAt }) => sosAt !== null)
  expect(calling(4).map(({ id, duty }) => [id, duty])).toEqual([['vol_1001', 'on']])
  // What the list says is newer.
  expect(calling(3)).toEqual([])
  expect(asOfNow(everybody, null)).toEqual(everybody)
})
