import { readFile } from 'node:fs/promises'
import { expect, it, test } from 'vitest'
import type { RouteName } from '#contracts/wire/routes/all.ts'
import { acts } from '../../browser/acts/all.ts'
import { everybodys, offered } from './offered.ts'
import { provedBeside } from './proved.ts'

const tests = new URL('../../', import.meta.url)
const shown = [...(Object.keys(offered) as RouteName[]), ...everybodys]
const pressed = new Set<RouteName>(acts.map(({ through }) => through))
const isProved = (name: RouteName): boolean => pressed.has(name) || provedBeside[name] !== undefined

test('whatever the screens offer is done by a test that reads what it left', () => {
  expect(acts.length).toBeGreaterThan(50)
  expect(shown.filter((name) => !isProved(name))).toEqual([])
})

test('no list names what is not offered, or what an act does by now', () => {
  const beside = Object.keys(provedBeside) as RouteName[]
  expect(beside.filter((name) => pressed.has(name) || !shown.includes(name))).toEqual([])
  expect([...pressed].filter((name) => !shown.includes(name))).toEqual([])
})

it.each(Object.entries(provedBeside))(
  '%s: the test beside the acts is there',
  async (_, [file, name, reads]) => {
    const source = await readFile(new URL(file, tests), 'utf8')
    const [, ...after] = source.split(`it('${name}`)
    expect([name, after.length]).toEqual([name, 1])
    // As far as the next test.
    expect(after[0]?.split(/\n\s*it[.(]/)[0]).toContain(reads)
  },
)
