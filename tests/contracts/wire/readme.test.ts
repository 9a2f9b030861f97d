import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { jobs } from '#contracts/wire/jobs.ts'
import { redisKeys } from '#contracts/wire/keys.ts'
import type { ClientToServer, ServerToClient } from '#contracts/wire/live.ts'
import { deliveryBodies } from '#contracts/wire/partner/deliveries.ts'
import { partnerEvents } from '#contracts/wire/partner/events.ts'
import { routes } from '#contracts/wire/routes/all.ts'
import type { Route } from '#contracts/wire/routes/route.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const readme = readFileSync(join(root, 'contracts/wire/README.md'), 'utf8')

/** The rows of the table under a heading, without its head; code marks taken off. */
const table = (heading: string): string[][] => {
  const [, after = ''] = readme.split(`\n## ${heading}\n`)
  const [section = ''] = after.split('\n## ')
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    )
}
const firstCells = (heading: string): string[] => table(heading).map(([cell = '']) => cell)

/** What the product calls its ids, as written in its sources. */
const prefixesInUse = (): string[] => {
  const sources = ['api', 'worker', 'contracts'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
  )
  const code = sources.join('\n').replaceAll(/\/\*[\s\S]*?\*\//g, '')
  const found = [...code.matchAll(/(?:\.next|derivedId)\(\s*'([a-z]+)'/g)].map(([, prefix = '']) => prefix)
  return [...new Set([...found, 'fct'])].sort()
}

describe('the tables of the wire', () => {
  it('name every id prefix in use, and no other', () => {
    expect(firstCells('Id prefixes').sort()).toEqual(prefixesInUse())
  })

  it('name every event, delivery and job', () => {
    expect(firstCells('Partner events, in')).toEqual(Object.keys(partnerEvents))
    expect(firstCells('Deliveries, out').sort()).toEqual(Object.keys(deliveryBodies).sort())
    expect(firstCells('Jobs')).toEqual(Object.keys(jobs))
  })

  it('name every Redis key', () => {
    const keys = Object.values(redisKeys('tr')).map((key) =>
      typeof key === 'string' ? key : key('<agency>'),
    )
    expect(firstCells('Redis keys').map((key) => `tr:${key}`)).toEqual(keys)
  })

  it('name every socket event and who says it', () => {
    const toClient = {
      snapshot: 0,
      frame: 0,
      heartbeat: 0,
      positions: 0,
      lookers: 0,
      farewell: 0,
    } satisfies Record<keyof ServerToClient, 0>
    const toServer = { watch: 0, look: 0, resync: 0, renew: 0 } satisfies Record<keyof ClientToServer, 0>
    expect(table('Socket events').map(([event, direction]) => `${event} ${direction}`)).toEqual([
      ...Object.keys(toClient).map((event) => `${event} to client`),
      ...Object.keys(toServer).map((event) => `${event} to server`),
    ])
  })

  it('name every route with its action and what it does', () => {
    const said = Object.values(routes).map(({ method, path, action, summary }: Route) => [
      method.toUpperCase(),
      path,
      action,
      summary.replaceAll('`', ''),
    ])
    expect(table('Routes')).toEqual(said)
  })
})
