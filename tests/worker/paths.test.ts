import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { alarmRank } from '#contracts/domain/incident/alarms.ts'
import type { Due } from '#contracts/domain/incident/due.ts'
import { platformFaults } from '../../api/metrics.ts'
import { takenUpBy } from '../../worker/loops/plan.ts'
import { factSchemas } from '../../worker/relay/routes.ts'
import type { What } from '../../worker/watch/standing.ts'

/** The compiler counts them. */
const dues = {
  verify: 1, dispatch: 1, accept: 1, arrive: 1, checkin: 1, trc: 1, callback: 1, review: 1, wave: 1, expiry: 1,
} satisfies Record<Due['what'], 1> // prettier-ignore
const called = {
  forgotten: 1, late: 1, mongo_away: 1, redis_away: 1, worker_silent: 1, api_silent: 1, api_away: 1, clock_skew: 1, gateway_away: 1,
} satisfies Record<Exclude<What, keyof typeof alarmRank>, 1> // prettier-ignore
const METRICS = {
  worker_taken_up: 'worker/metrics.ts',
  worker_passes_failed: 'worker/metrics.ts',
  store_sometimes: 'contracts/runtime/numbers.ts',
  platform_faults_told_total: 'api/metrics.ts',
  kinds: 'worker/watch/call.ts',
  told: 'worker/watch/next-call.ts',
  ANCHOR_FILE: 'worker/config.ts',
  'a gateway did not take a call': 'worker/watch/call.ts',
} as const

const root = fileURLToPath(new URL('../..', import.meta.url))
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

/** Path, test and counter of every row of the table in docs/faults.md. */
const rows = (textOf('docs/faults.md').split('## Every path, its test, its counter')[1] ?? '')
  .split('\n## ')[0]!
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:path|-)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, path = '', tests = '', counter = '']) => ({ path, tests, counter }))

const isThere = (what: string): boolean =>
  rows.some(({ path }) => path === what || path.startsWith(`${what},`))

it('has a row for every kind of repair, sweep and alarm that the code knows', () => {
  const known = [
    ...Object.entries(takenUpBy).flatMap(([loop, kinds]) =>
      kinds.length === 0 ? [loop] : kinds.map((what) => `${loop}: \`${what}\``),
    ),
    ...Object.keys(dues).map((what) => `due: \`${what}\``),
    ...Object.keys(alarmRank).map((what) => `alarm: \`${what}\``),
    ...Object.keys(platformFaults).map((code) => `screen: \`${code}\``),
    ...Object.keys(called).map((what) => `called: \`${what}\``),
  ]
  expect(known.filter((what) => !isThere(what))).toEqual([])
})

/** What a cell names that is not there: a file, or the name of a test in it. */
const missingIn = (tests: string): string[] => {
  const named = [...tests.matchAll(/`([^`]+)` "([^"]+)"/g)]
  if (named.length === 0) return ['no test']
  return named.flatMap(([, name = '', title = '']) => {
    const file = `tests/${name}.test.ts`
    return existsSync(join(root, file)) && textOf(file).includes(title) ? [] : [`${name} "${title}"`]
  })
}

it('every row names tests that are there', () => {
  expect(rows.flatMap(({ path, tests }) => missingIn(tests).map((what) => `${path}: ${what}`))).toEqual([])
})

const isCounted = (name: string): boolean => {
  if (Object.hasOwn(METRICS, name)) return textOf(METRICS[name as keyof typeof METRICS]).includes(name)
  return Object.hasOwn(factSchemas, name)
}

it('every row names counters that are there, and those of the loops by their own names', () => {
  const unknown = rows.flatMap(({ path, counter }) =>
    [...counter.matchAll(/`([^`]+)`/g)].flatMap(([, name = '']) =>
      isCounted(name) ? [] : [`${path}: ${name}`],
    ),
  )
  expect(unknown).toEqual([])
  for (const { counter } of rows) expect(counter).not.toBe('')
  for (const [loop, kinds] of Object.entries(takenUpBy))
    for (const what of kinds)
      expect(rows.find(({ path }) => path.startsWith(`${loop}: \`${what}\``))?.counter).toContain(
        `\`worker_taken_up\` ${loop}, ${what}`,
      )
})
