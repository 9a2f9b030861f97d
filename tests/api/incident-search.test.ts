import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApiWorld, type ApiWorld } from './api-world.ts'
import { given } from './given.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
})
afterAll(async () => world.stop())

/** More than anybody would look through: messages of a long night that have the same word. */
const manyTexts = (body: string): Promise<unknown> =>
  world.context.store.models.texts.collection.insertMany(
    Array.from({ length: 600 }, (_, i) => ({
      _id: `txt_${body}_${String(i)}` as never,
      agencyId: '5371',
      entityId: 'inc_night',
      body,
      digest: 'd',
      at: '2026-01-17T06:05:00.000Z',
    })),
  )

it('finds incidents by their description, newest first, however much else has been written', async () => {
  const { reported } = given(world)
  const old = await reported({ description: 'Talud roboh di belakang sekolah' })
  await manyTexts('Talud ini sudah lama roboh')
  const young = await reported({ description: 'Satu lagi talud roboh' })
  await reported({ description: 'Pohon tumbang' })
  await manyTexts('Hati-hati, talud roboh')
  const operator = await world.as('operator')
  const search = async (query: Record<string, string | number>) => {
    const { incidents, next } = await operator.call('listIncidents', { query: { q: 'Roboh', ...query } })
    return { ids: incidents.map(({ id }) => id), next }
  }
  expect((await search({})).ids).toEqual([young.incident.id, old.incident.id])
  const first = await search({ limit: 1 })
  expect(first).toEqual({ ids: [young.incident.id], next: young.incident.id })
  expect(await search({ limit: 1, before: first.next ?? '' })).toEqual({ ids: [old.incident.id], next: null })
  expect((await search({ status: 'closed' })).ids).toEqual([])
})
