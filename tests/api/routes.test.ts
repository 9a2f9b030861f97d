import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes, type RouteName } from '#contracts/wire/routes/all.ts'
import type { Route } from '#contracts/wire/routes/route.ts'
import { client } from '../world/client.ts'
import { startApiWorld, type ApiWorld } from './api-world.ts'
import { given } from './given.ts'
import { rows } from './rows/all.ts'
import type { Row } from './rows/row.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
})
afterAll(async () => world.stop())

// Their good paths need a cookie: sessions.test.
const isCookieRoute = (name: string): boolean => name === 'refresh' || name === 'logout'

/** Some routes have no case for a single of these answers (a sign-out cannot be refused): they have no group here. */
const withCases = Object.entries<Row>(rows).filter(
  ([name, row]) => routes[name as RouteName].action !== 'public' || row.bad !== null || !isCookieRoute(name),
)

describe.each(withCases)('%s', (key, row) => {
  const name = key as RouteName
  const route: Route = routes[name]
  const isOpen = route.action === 'public'

  if (!isOpen)
    it('401 for nobody, for nonsense and for a token of somebody else', async () => {
      for (const token of [null, 'nonsense', 'e30.e30.e30']) {
        const { status, body } = await client(world.url, token).try(name, row.bad ?? {})
        expect([status, body['code']]).toEqual([401, 'not_signed_in'])
      }
    })

  if (row.forbidden !== null)
    it('403 for a role without the action, before the input is looked at', async () => {
      const { status, body } = await (await world.as(row.forbidden ?? row.role)).try(name, row.bad ?? {})
      expect([status, body['code']]).toEqual([403, 'forbidden'])
    })

  if (row.bad !== null)
    it('400 with the field for bad input', async () => {
      const { status, body } = await (await world.as(row.role)).try(name, row.bad ?? {})
      expect([status, body['code']]).toEqual([400, 'invalid'])
      expect(body['fields']).not.toHaveLength(0)
    })

  if (row.missing !== undefined)
    it('404 for what does not exist', async () => {
      const { status, body } = await (await world.as(row.role)).try(name, row.missing)
      expect([status, body['code']]).toEqual([404, 'not_found'])
    })

  if (row.conflict !== undefined)
    it('409 with the code of the refusal', async () => {
      const call = await row.conflict?.call(given(world))
      const { status, body } = await (await world.as(row.role)).try(name, call)
      expect([status, body['code']]).toEqual([409, row.conflict?.code])
    })

  if (!isCookieRoute(name))
    it('the good path answers what the contract says', async () => {
      const call = await row.good(given(world))
      // `call` holds the answer against the status and the schema of the route.
      await (await world.as(row.role)).call(name, call)
    })
})
