import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApiWorld, type ApiWorld } from './api-world.ts'
import { given } from './given.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
})
afterAll(async () => world.stop())

const mark = async (id: string, of: string) =>
  (await world.as('operator')).try('markDuplicate', { params: { id }, body: { of } })
const reported = async (): Promise<string> => (await given(world).reported()).incident.id

it('makes no chains: neither of a duplicate, nor of an incident that has duplicates', async () => {
  const [a, b, c] = [await reported(), await reported(), await reported()]
  expect((await mark(a, b)).status).toBe(200)
  const further = await mark(b, c)
  expect([further.status, further.body['code']]).toEqual([409, 'has_duplicates'])
  const behind = await mark(c, a)
  expect([behind.status, behind.body['code']]).toEqual([409, 'self_duplicate'])

  const operator = await world.as('operator')
  await operator.call('undoDuplicate', { params: { id: a }, body: {} })
  expect((await mark(b, c)).status).toBe(200)
})
