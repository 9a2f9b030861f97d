import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** The map of the house and who may borrow from whom (README, "Rooms"). */
const root = fileURLToPath(new URL('..', import.meta.url))
const rooms = ['api', 'worker', 'dashboard', 'contracts', 'local', 'tests'] as const

interface Rule {
  /** The longest matching prefix decides. */
  room: string
  /** Rooms of ours it may import, besides itself. */
  ours: readonly string[]
  /** Packages it may import; absent: any. */
  packages?: readonly string[]
}

const everything = ['api', 'worker', 'dashboard', 'contracts', 'local', 'tests']
const rules: readonly Rule[] = [
  { room: 'contracts/domain', ours: [], packages: ['zod'] },
  { room: 'contracts/wire', ours: ['contracts/domain'], packages: ['zod'] },
  { room: 'contracts/runtime', ours: [] },
  { room: 'contracts/store', ours: ['contracts/domain', 'contracts/wire', 'contracts/runtime'] },
  { room: 'worker/matching', ours: ['contracts/domain'], packages: ['zod', 'geolib'] },
  { room: 'api', ours: ['contracts'] },
  { room: 'worker', ours: ['contracts', 'worker/matching'] },
  { room: 'dashboard', ours: ['contracts/domain', 'contracts/wire'] },
  { room: 'local/simulator', ours: ['contracts/wire'] },
  { room: 'local/scenario', ours: ['contracts/wire'] },
  { room: 'local/audit', ours: ['contracts/wire'] },
  { room: 'local/faults/oracle', ours: ['contracts/wire', 'local/audit'] },
  { room: 'local', ours: everything },
  { room: 'tests', ours: everything },
]

const sources = rooms.flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|cjs)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name))),
)
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

/** The text without its comments. */
const codeOf = (file: string): string => textOf(file).replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

/** Static and dynamic imports and re-exports. */
const importsOf = (file: string): string[] => {
  const code = codeOf(file)
  const pattern =
    /(?:^|\n)\s*(?:import|export)\b(?:[^'"`;]*?\bfrom)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g
  return [...code.matchAll(pattern)].flatMap((match) => match[1] ?? match[2] ?? [])
}

const within = (file: string, room: string): boolean => file === room || file.startsWith(`${room}/`)
const ruleOf = (file: string): Rule => {
  const [rule] = rules.filter(({ room }) => within(file, room)).sort((a, b) => b.room.length - a.room.length)
  if (rule === undefined) throw new Error(`${file} is in no room`)
  return rule
}

/** What is wrong with one import, or null. */
const fault = (file: string, specifier: string): string | null => {
  const { room, ours, packages } = ruleOf(file)
  if (specifier.startsWith('#') || specifier.startsWith('.')) {
    const target = specifier.startsWith('#')
      ? specifier.slice(1)
      : relative(root, resolve(root, dirname(file), specifier)).replace(/\?.*$/, '')
    if (within(target, room) && ruleOf(target).room === room) return null
    if (ours.some((other) => within(target, other))) return null
    return `${file} may not import ${target}`
  }
  if (packages === undefined) return null
  const name = specifier.replace(/^node:/, '')
  if (builtinModules.includes(name)) return `${file} may not import ${specifier}: the room is pure`
  return packages.includes(specifier) ? null : `${file} may not import the package ${specifier}`
}

const product = sources.filter((file) => !within(file, 'tests') && !within(file, 'local'))

describe('rooms', () => {
  it('import only what their rule allows', () => {
    expect(sources.length).toBeGreaterThan(100)
    const faults = sources.flatMap((file) =>
      importsOf(file).flatMap((specifier) => fault(file, specifier) ?? []),
    )
    expect(faults).toEqual([])
  })

  it('the reader of imports sees what it must see', () => {
    expect(fault('contracts/domain/x.ts', 'node:fs')).not.toBeNull()
    expect(fault('contracts/domain/x.ts', '../store/y.ts')).not.toBeNull()
    expect(fault('api/x.ts', '../worker/y.ts')).not.toBeNull()
    expect(fault('worker/x.ts', './matching/y.ts')).toBeNull()
    expect(fault('local/simulator/x.ts', '#contracts/store/y.ts')).not.toBeNull()
    expect(fault('local/scenario/x.ts', '../simulator/y.ts')).not.toBeNull()
    expect(fault('dashboard/src/x.ts', '#contracts/wire/y.ts')).toBeNull()
  })

  it('keep files under 300 lines', () => {
    const long = sources.filter((file) => textOf(file).split('\n').length > 300)
    expect(long).toEqual([])
  })

  it('read the environment in config files only', () => {
    const readers = product.filter(
      (file) => textOf(file).includes('process.env') && !file.endsWith('/config.ts'),
    )
    expect(readers).toEqual([])
  })

  it('use mongoose in the store and the runtime only', () => {
    const users = product.filter(
      (file) =>
        importsOf(file).includes('mongoose') &&
        !within(file, 'contracts/store') &&
        !within(file, 'contracts/runtime'),
    )
    expect(users).toEqual([])
  })

  it('never hide a wrong type', () => {
    const hidden = product.filter((file) =>
      /\bas any\b|: any\b|@ts-ignore|@ts-expect-error|as unknown as/.test(codeOf(file)),
    )
    expect(hidden).toEqual([])
  })
})
