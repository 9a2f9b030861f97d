import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Ground } from '../../local/faults/ground/ground.ts'
import type { Sometimes } from '../../local/faults/ground/sometimes.ts'
import { unplayedLine, type CycleLine } from '../../local/faults/line.ts'
import type { Fault } from '../../local/faults/oracle/evidence.ts'
import { faultsOptions } from '../../local/faults/options.ts'
import { run } from '../../local/faults/run.ts'
import type { Stage } from '../../local/faults/stage.ts'

const disk = { dir: '', isOwn: true, fill: () => undefined, empty: () => undefined, unmount: () => undefined }
let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tr-run-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const stage = async (): Promise<Stage> => {
  const ground: Partial<Ground> = {
    dir: await mkdtemp(join(dir, 'ground-')),
    close: async () => true,
    disks: { mongo: disk, redis: disk },
  }
  const sometimes: Partial<Sometimes> = { stop: () => undefined }
  const history = { disturbed: [], slackMs: 0 }
  return { ground: ground as Ground, sometimes: sometimes as Sometimes, played: 0, calmS: null, history, isKept: false }
} // prettier-ignore

/** A run in which these cycles are broken and all others hold; nothing is played. */
const playedBreaking = async (law: Fault['law'], broken: readonly number[], ...argv: string[]) => {
  const opened: string[] = []
  const notes: string[] = []
  const lines = await run(
    faultsOptions(['--file', join(dir, 'lines.jsonl'), ...argv]),
    () => undefined,
    (text) => notes.push(text.trim()),
    {
      prepare: async () => undefined,
      open: async () => {
        const here = await stage()
        opened.push(here.ground.dir)
        return here
      },
      play: async (_ground, { cycle, seed, commit }): Promise<CycleLine> => {
        const line = unplayedLine({ cycle, seed, commit, engine: '' }, 'a breach')
        return { ...line, counts: true, broken: broken.includes(cycle) ? [{ law, subject: 'cycle', what: 'a breach' }] : [] }
      },
    },
  ) // prettier-ignore
  return { lines, notes, left: opened.map((one) => existsSync(one)), opened }
}

const played = (broken: readonly number[], ...argv: string[]) => playedBreaking('I1', broken, ...argv)

it('what a failed cycle left stays for a look, also when it ends the run; all else goes', async () => {
  const { lines, left, notes, opened } = await played([2], '--cycles', '4')
  expect(lines.map(({ cycle }) => cycle)).toEqual([1, 2, 3, 4])
  expect(left).toEqual([true, false])
  expect(notes).toEqual([`kept for a look: ${opened[0]}`])
  const ended = await played([2], '--cycles', '4', '--until-broken')
  expect(ended.lines.length).toBe(2)
  expect(ended.left).toEqual([true])
  expect(ended.notes).toEqual([`kept for a look: ${ended.opened[0]}`])
})

it('a cycle that was only late does not end a run that looks for a breach', async () => {
  const { lines } = await playedBreaking('I8', [1, 2], '--cycles', '3', '--until-broken')
  expect(lines.length).toBe(3)
})

it('servers are new after so many cycles, and nothing of those before stays', async () => {
  const { lines, left } = await played([], '--cycles', '5', '--fresh', '2')
  expect([lines.length, left]).toEqual([5, [false, false, false]])
})
