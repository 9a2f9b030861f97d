import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const lab = join(root, 'local/lab')
/** Where it is written what people will do. */
const SECRET = ['local/lab/populations.ts', 'local/lab/city/people.ts', 'local/lab/seroja/people.ts']
const VIEWS = ['local/lab/search/view.ts', 'local/lab/seroja/view.ts', 'local/lab/city/view.ts']

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^'";]*from '(\.[^']+)'/gm)].map(([, path]) =>
    resolve(dirname(file), path ?? ''),
  )

/** Everything a file reaches by imports of values and types. */
const reachedFrom = (file: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const next of importsOf(file)) reachedFrom(next, seen)
  return seen
}

describe('the populations', () => {
  const policies = [
    ...readdirSync(join(lab, 'policies')).map((name) => join(lab, 'policies', name)),
    join(lab, 'city/policies.ts'),
  ]

  it('are reached by no policy, not by a detour either', () => {
    expect(policies.length).toBeGreaterThan(2)
    for (const policy of policies) {
      const reached = [...reachedFrom(policy)].map((file) => relative(root, file))
      // Each sees a view: what a policy may know.
      expect(reached.some((file) => VIEWS.includes(file))).toBe(true)
      expect(reached.filter((file) => SECRET.includes(file))).toEqual([])
    }
  })

  it('are reached by the workloads, so this test can fail', () => {
    const reached = [...reachedFrom(join(lab, 'workloads.ts'))].map((file) => relative(root, file))
    expect(reached).toEqual(expect.arrayContaining(SECRET))
  })
})
