import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../../api/app.ts'
import { PARTNER } from '../../../api/http/partner/router.ts'
import { API } from '../../../api/http/register.ts'
import { PERSONAL } from '../../../api/pages/personal/visitor.ts'
import { PAGES } from '../../../api/pages/router.ts'
import { roles } from '#contracts/domain/roles.ts'
import { routes, type RouteName } from '#contracts/wire/routes/all.ts'
import { startApiWorld, type ApiWorld } from '../api-world.ts'
import { rows } from '../rows/all.ts'
import type { Row } from '../rows/row.ts'
import { atRoutes, letters, maySee } from './expected.ts'
import { tokenOf } from './neighbours.ts'
import { outside } from './outside.ts'
import { routesOf } from './walk.ts'

let world: ApiWorld
let token: string
beforeAll(async () => {
  world = await startApiWorld()
  token = await tokenOf(world, 'admin')
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
  // Who signs in has no role yet: those routes are asked in their own tests, and are no cells that were run.
  const apart = widths.length - names.length
  console.log(
    `matrix: ${names.length} routes x ${roles.length} roles = ${names.length * roles.length} cells asked; ${apart} routes before a sign-in apart`,
  )
})

const MOUNTS = [PARTNER, PAGES, PERSONAL, API]
const inCatalogue = Object.values(routes).map(({ method, path }) => `${method.toUpperCase()} ${API}${path}`)

describe('what answers beside the catalogue', () => {
  it('has a row by hand, and nothing else answers', () => {
    const answered = routesOf(createApp(world.context), MOUNTS)
    expect(answered.toSorted()).toEqual([...inCatalogue, ...Object.keys(outside)].toSorted())
  })

  it.each(Object.entries(outside))(
    '%s opens to no sign-in of the control room',
    async (route, [, expected]) => {
      const [method = '', path = ''] = route.split(' ')
      const body = path.startsWith(PARTNER) && method === 'POST' ? '{}' : null
      const type = path.endsWith('/evidence') ? 'image/jpeg' : 'application/json'
      const ask = async (authorization: Record<string, string>): Promise<number> => {
        const headers = { ...authorization, ...(body !== null && { 'content-type': type }) }
        const address = world.url + path.replaceAll(/:\w+/g, 'none')
        return (await fetch(address, { method, headers, body, redirect: 'manual' })).status
      }
      expect([await ask({}), await ask({ authorization: `Bearer ${token}` })]).toEqual([expected, expected])
    },
  )
})
