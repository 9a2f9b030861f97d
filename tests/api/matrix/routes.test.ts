import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles } from '#contracts/domain/roles.ts'
import { routes, type RouteName } from '#contracts/wire/routes/all.ts'
import { startApiWorld, type ApiWorld } from '../api-world.ts'
import { rows } from '../rows/all.ts'
import type { Row } from '../rows/row.ts'
import { atRoutes, letters, maySee } from './expected.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
})
afterAll(async () => world.stop())

const names = (Object.keys(atRoutes) as RouteName[]).filter((name) => routes[name].action !== 'public')

describe.each(names)('%s', (name) => {
  it.each(roles)('%s', async (role) => {
    const row: Row = rows[name]
    // What is asked is wrong, or about nothing: whoever may ask is told that, and nothing is changed.
    const { status } = await (await world.as(role)).try(name, row.bad ?? row.missing ?? {})
    if (maySee(atRoutes[name], role)) expect([200, 400, 404]).toContain(status)
    else expect(status).toBe(403)
  })
})

it('every role and every route of the catalogue is held against a hand-written cell', () => {
  const widths = Object.values(atRoutes).map((row) => row.length)
  expect(new Set(widths)).toEqual(new Set([Object.keys(letters).length]))
  expect(Object.keys(atRoutes).toSorted()).toEqual(Object.keys(routes).toSorted())
  console.log(
    `matrix: ${widths.length} routes x ${roles.length} roles = ${widths.length * roles.length} cells`,
  )
})
