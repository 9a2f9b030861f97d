import { expect, it } from 'vitest'
import type { Role } from '#contracts/domain/roles.ts'
import { fixedClock } from '#contracts/runtime/clock.ts'
import { createSnapshots } from '../../../api/live/snapshot.ts'

const reply = (exec: () => Promise<unknown[]>) => {
  const query = { hint: () => query, sort: () => query, lean: () => query, exec }
  return query
}

/** A database that counts how often it is asked for all incidents, and answers when it is told to. */
const slowly = () => {
  const waiting: ((fail?: Error) => void)[] = []
  const asked = () =>
    reply(
      () =>
        new Promise((resolve, reject) =>
          waiting.push((fail) => (fail === undefined ? resolve([]) : reject(fail))),
        ),
    )
  const models = {
    incident: { find: asked },
    volunteer: { find: () => reply(async () => []) },
    zone: { find: () => reply(async () => []) },
  }
  const store = { models, cursors: { head: async () => ({ seq: 7 }) } }
  return { waiting, context: { store, clock: fixedClock(new Date('2026-01-17T06:05:00.000Z')) } as never }
}
const caller = (role: Role, agencyId = '5371') => ({
  agencyId,
  userId: `usr_${Math.random()}`,
  role,
  sid: 's',
  partnerId: null,
})

it('is read once for all screens that come together, and for each agency and each right by itself', async () => {
  const { waiting, context } = slowly()
  const read = createSnapshots(context)
  const hundred = Array.from({ length: 100 }, () => read(caller('operator')))
  const other = read(caller('operator', '5301'))
  const mayor = read(caller('pimpinan'))
  await expect.poll(() => waiting.length).toBe(3)
  for (const answer of waiting) answer()
  expect(new Set(await Promise.all(hundred)).size).toBe(1)
  expect(await other).not.toBe(await hundred[0])
  expect(await mayor).not.toBe(await hundred[0])

  const next = read(caller('operator'))
  await expect.poll(() => waiting.length).toBe(4)
  waiting[3]?.()
  expect(await next).not.toBe(await hundred[0])
})

it('fails for those who came together, and not for the next', async () => {
  const { waiting, context } = slowly()
  const read = createSnapshots(context)
  const both = [read(caller('operator')), read(caller('operator'))]
  await expect.poll(() => waiting.length).toBe(1)
  waiting[0]?.(new Error('MongoDB is away'))
  for (const one of both) await expect(one).rejects.toThrow('MongoDB is away')
  const next = read(caller('operator'))
  await expect.poll(() => waiting.length).toBe(2)
  waiting[1]?.()
  expect(await next).toMatchObject({ seq: 7 })
})
