import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLiveQueries } from '#contracts/store/live-queries.ts'
import type { Platform } from '#contracts/store/open.ts'
import { openTestPlatform } from '../../world/platform.ts'

/** More than one batch of a cursor. */
const MANY = 400
const AGENCY = '5371'
const ago = '2026-01-17T06:05:00.000Z'
const dueOf = (n: number): string => `2026-01-17T07:${String(n % 60).padStart(2, '0')}:00.000Z`
const idOf = (n: number): string => `x_${String(n).padStart(4, '0')}`

let platform: Platform & { close: () => Promise<void> }
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

/** Reads over and over while one after the other moves; answers whom some reading left out or had twice. */
const readWhile = async (
  read: () => Promise<readonly { _id: string }[]>,
  move: (n: number) => Promise<unknown>,
): Promise<string[]> => {
  const is = { moving: true }
  const moving = [0, 1, 2, 3].map(async (mover) => {
    for (let n = mover; is.moving; n += 4) await move(n)
  })
  const faults: string[] = []
  for (let round = 0; round < 30; round += 1) {
    const ids = (await read()).map(({ _id }) => _id)
    const seen = new Set(ids)
    if (seen.size < ids.length) faults.push(`round ${round}: ${ids.length - seen.size} twice`)
    if (seen.size < MANY) faults.push(`round ${round}: ${MANY - seen.size} left out`)
  }
  is.moving = false
  await Promise.all(moving)
  return faults
}

it('a screen is given every open incident, also those that move from one status to the next meanwhile', async () => {
  const { collection } = platform.store.models.incident
  const status = ['reported', 'controlled', 'verified', 'dispatching', 'responding']
  await collection.insertMany(
    Array.from({ length: MANY }, (_, n) => ({
      _id: idOf(n) as never,
      agencyId: AGENCY,
      version: 1,
      nextDueAt: dueOf(n),
      state: { id: idOf(n), number: idOf(n), status: status[n % 5], reportedAt: ago, endedAt: null },
      pending: [],
    })),
  )
  const queries = createLiveQueries(platform.store.models)
  const faults = await readWhile(
    () => queries.incidents(AGENCY, ago),
    (n) =>
      collection.updateOne(
        { _id: idOf((n * 7) % MANY) as never },
        { $set: { 'state.status': status[(n * 3) % 5], nextDueAt: dueOf(n * 3) } },
      ),
  )
  expect(faults).toEqual([])
})

it('and every volunteer, whoever goes on and off duty meanwhile', async () => {
  const { collection } = platform.store.models.volunteer
  const duty = ['on', 'off', 'paused']
  await collection.insertMany(
    Array.from({ length: MANY }, (_, n) => ({
      _id: idOf(n) as never,
      agencyId: AGENCY,
      version: 1,
      state: { id: idOf(n), partnerId: 'p', ref: idOf(n), duty: duty[n % 3], standing: 'active' },
      pending: [],
    })),
  )
  const queries = createLiveQueries(platform.store.models)
  const faults = await readWhile(
    () => queries.volunteers(AGENCY),
    (n) =>
      collection.updateOne(
        { _id: idOf((n * 7) % MANY) as never },
        { $set: { 'state.duty': duty[(n * 5) % 3] } },
      ),
  )
  expect(faults).toEqual([])
})
