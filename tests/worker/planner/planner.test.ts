import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createLogger } from '#contracts/runtime/log.ts'
import { decideRound } from '../../../worker/matching/decide.ts'
import { effortOf } from '../../../worker/planner/effort.ts'
import { createPlanner } from '../../../worker/planner/planner.ts'
import { candidate, incident, need, round } from '../matching/given.ts'

const log = createLogger({ name: 'test', level: 'silent' })
const input = round(
  [incident('i1', { needs: [need('n1', { openSlots: 2 })] }), incident('i2', { needs: [need('n2')] })],
  Array.from({ length: 30 }, (_, v) => candidate(`v${v}`)),
)
let dir: string
let thread: URL

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'top-ranger-planner-'))
  const outfile = join(dir, 'thread.mjs')
  const entry = fileURLToPath(new URL('../../../worker/planner/thread.ts', import.meta.url))
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'bundle',
  })
  thread = pathToFileURL(outfile)
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const crowd = (size: number) => Array.from({ length: size }, (_, v) => candidate(`v${v}`))
const calls = (size: number) => Array.from({ length: size }, (_, i) => incident(`i${i}`))
test('needs that want the same people weigh more than as many pairs that nobody disputes', () => {
  expect(effortOf(round(calls(30), crowd(300)))).toBeGreaterThan(3 * effortOf(round(calls(3), crowd(3_000))))
  // Whoever is bound cannot be wanted by two.
  const bound = crowd(300).map((one, v) => (v < 200 ? { ...one, claimed: true } : one))
  expect(effortOf(round(calls(10), bound))).toBeGreaterThan(effortOf(round(calls(10), crowd(300))))
})

describe('the planner', () => {
  test('plans a large round in its thread, as it would be planned here', async () => {
    // A thread whose answers can be told apart from ours.
    const telling = join(dir, 'telling.mjs')
    await writeFile(
      telling,
      `import { parentPort } from 'node:worker_threads'
       parentPort.on('message', ({ id }) => parentPort.postMessage({ id, output: 'from the thread' }))`,
    )
    const told = createPlanner({ thread: pathToFileURL(telling), log, large: effortOf(input) })
    expect(await told.decide(input)).toBe('from the thread')
    await told.close()

    const planner = createPlanner({ thread, log, large: effortOf(input) })
    const plans = await Promise.all([planner.decide(input), planner.decide(input)])
    expect(plans).toEqual([decideRound(input), decideRound(input)])
    await planner.close()
    // Closed is not the end: the next large round has a thread again.
    expect(await planner.decide(input)).toEqual(decideRound(input))
    await planner.close()
  })

  test('plans a small round without a thread', async () => {
    const planner = createPlanner({ thread: new URL('file:///nowhere.mjs'), log, large: effortOf(input) + 1 })
    expect(await planner.decide(input)).toEqual(decideRound(input))
  })

  test.each([
    ['cannot be had', null],
    ['dies at once', 'process.exit(3)'],
    [
      'throws',
      "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { throw new Error('no') })",
    ],
  ])('plans a large round here when its thread %s', async (name, code) => {
    const file = join(dir, `${name.replaceAll(' ', '-')}.mjs`)
    if (code !== null) await writeFile(file, code)
    const planner = createPlanner({ thread: pathToFileURL(file), log, large: 1 })
    expect(await planner.decide(input)).toEqual(decideRound(input))
    expect(await planner.decide(input)).toEqual(decideRound(input))
    await planner.close()
  })
})
