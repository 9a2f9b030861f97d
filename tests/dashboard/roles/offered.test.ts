import { readdir, readFile } from 'node:fs/promises'
import { beforeAll, expect, it, test } from 'vitest'
import { roles } from '#contracts/domain/roles.ts'
import { routes, type RouteName } from '#contracts/wire/routes/all.ts'
import { mayDo } from '../../../api/policies.ts'
import { atRoutes, maySee } from '../../api/matrix/expected.ts'
import { everybodys, offered } from './offered.ts'

const home = new URL('../../../dashboard/src/', import.meta.url)
const sources = new Map<string, string>()
beforeAll(async () => {
  for (const file of await readdir(home, { recursive: true }))
    if (/\.tsx?$/.test(file)) sources.set(file, await readFile(new URL(file, home), 'utf8'))
})

const changes = (Object.keys(routes) as RouteName[]).filter((name) => routes[name].method !== 'get')
/** Every route stands in the table of addresses; that is no use of it. */
const isUsed = (name: RouteName): boolean =>
  [...sources].some(
    ([file, source]) => file !== 'api/addresses.ts' && new RegExp(`['"]${name}['"]`).test(source),
  )

test('whatever the screens can change has a row that says what offers it', () => {
  const used = changes.filter(isUsed)
  expect(used.length).toBeGreaterThan(50)
  expect(used.filter((name) => offered[name] === undefined && !everybodys.includes(name))).toEqual([])
  expect(Object.keys(offered).filter((name) => !used.includes(name as RouteName))).toEqual([])
})

it.each(Object.entries(offered))('%s: is offered to those whom the server lets', (name, guards) => {
  for (const [file, action] of guards) {
    // The question stands in the file: as a guard of a part of it, of a page, or of a step.
    const asks = new RegExp(`(may\\(|useMay\\(\\)\\(|action=|: )['"]${action.replace('.', '\\.')}['"]`)
    expect([file, asks.test(sources.get(file) ?? '')]).toEqual([file, true])
    const shownTo = roles.filter((role) => mayDo(role, action))
    expect([file, shownTo]).toEqual([file, roles.filter((role) => maySee(atRoutes[name as RouteName], role))])
  }
})
