import { expect, test } from 'vitest'
import { actionKeys } from '../../dashboard/src/api/action-key.ts'
import { newer } from '../../dashboard/src/api/cache.ts'
import { newKey } from '../../dashboard/src/api/new-key.ts'
import { errorOf, isUncertain, ProblemError, UnreachableError } from '../../dashboard/src/api/problem.ts'
import { addressOf } from '../../dashboard/src/api/send.ts'
import { createServerClock } from '../../dashboard/src/api/server-clock.ts'

test('one action keeps its key until the server has decided', () => {
  let count = 0
  const keys = actionKeys(() => `key-${String((count += 1))}`)
  const input = { params: { id: 'inc_1' }, body: {} }
  expect(keys.keyFor(input)).toBe('key-1')
  expect(keys.keyFor({ ...input })).toBe('key-1')
  expect(keys.keyFor({ ...input, body: { note: 'lain' } })).toBe('key-2')
  keys.settle()
  expect(keys.keyFor({ ...input, body: { note: 'lain' } })).toBe('key-3')
})

test('a new key is a UUID of version 4', () => {
  expect(newKey()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('an older answer does not overwrite a newer truth', () => {
  expect(newer({ version: 4 }, { version: 3 })).toEqual({ version: 4 })
  expect(newer({ version: 4 }, { version: 5 })).toEqual({ version: 5 })
  expect(newer(undefined, { version: 1 })).toEqual({ version: 1 })
})

test('an address is filled in and its parts are escaped', () => {
  expect(addressOf('/incidents/:id/needs/:needId/drop', { id: 'a/b', needId: 'n' })).toBe(
    '/api/v1/incidents/a%2Fb/needs/n/drop',
  )
  expect(addressOf('/volunteers', {}, { q: 'Maria & co', duty: undefined, limit: 5 })).toBe(
    '/api/v1/volunteers?q=Maria+%26+co&limit=5',
  )
})

const problem = (status: number) => ({
  type: 'about:blank',
  title: 'Belum tersimpan. Kirim lagi.',
  titleEn: 'Not saved.',
  status,
  code: 'not_saved',
  id: 'prb_1',
})

test('a problem is told from a page of a proxy, and an uncertain end from a refusal', async () => {
  const refused = await errorOf(Response.json(problem(409), { status: 409 }))
  expect(refused).toBeInstanceOf(ProblemError)
  expect(isUncertain(refused)).toBe(false)
  expect(isUncertain(await errorOf(Response.json(problem(503), { status: 503 })))).toBe(true)
  const proxy = await errorOf(new Response('<h1>502</h1>', { status: 502 }))
  expect(proxy).toBeInstanceOf(UnreachableError)
  expect(isUncertain(proxy)).toBe(true)
})

const at = (date: string): Response => new Response(null, { headers: { date } })

test('a desk whose clock is wrong goes by the clock of the server', () => {
  const own = Date.parse('2026-01-17T06:00:00.000Z')
  const clock = createServerClock(() => own)
  clock.observe(at('Sat, 17 Jan 2026 06:00:01 GMT'), own)
  expect(clock.now()).toBe(own)
  clock.observe(at('Sat, 17 Jan 2026 06:05:00 GMT'), own)
  expect(clock.now()).toBe(own + 300_500)
})
