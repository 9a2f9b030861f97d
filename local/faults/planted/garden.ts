import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { root } from '../ground/bundle.ts'

const left = new Set(['node_modules', 'dist', 'out', '.git', '.cache', '.data'])

export interface Ran {
  ok: boolean
  /** It had not come to an end in the time that it was given. */
  isLate: boolean
  /** What it said, the end of it. */
  said: string
}

const TAIL = 40_000

/**
 * Runs a program in the copy; `ok` when it left with 0. Itself and not by way of npx, which passes no signal on: whoever runs out
 * of time must take down what he has started.
 */
const runIn = (
  dir: string,
  command: string,
  args: readonly string[],
  env: Record<string, string>,
  withinMs: number,
): Promise<Ran> =>
  new Promise((resolve) => {
    const options = {
      cwd: dir,
      env: { ...process.env, ...env },
      timeout: withinMs,
      maxBuffer: 64 * 1024 * 1024,
    }
    execFile(command, [...args], options, (error, stdout, stderr) => {
      resolve({ ok: error === null, isLate: error?.killed === true, said: (stdout + stderr).slice(-TAIL) })
    })
  })

/** The smoke run looks at no screen: the copy does not build them, it has an empty page instead. */
const withoutScreens = async (dir: string): Promise<void> => {
  const file = join(dir, 'local', 'build.ts')
  const text = await readFile(file, 'utf8')
  const builds = "if (await whenChanged('dashboard-sources'"
  if (!text.includes(builds)) throw new Error('local/build.ts builds the screens in another way now')
  await writeFile(file, text.replace(builds, "if (dist === '' && await whenChanged('dashboard-sources'"))
  await mkdir(join(dir, 'dist', 'dashboard'), { recursive: true })
  await writeFile(join(dir, 'dist', 'dashboard', 'index.html'), '<!doctype html><title>-</title>')
}

/** A copy of the tree outside the repository, where bugs may be planted and pulled out again. */
export const openGarden = async () => {
  const dir = await mkdtemp(join(tmpdir(), 'tr-planted-'))
  await cp(root, dir, {
    recursive: true,
    filter: (source) => !left.has(relative(root, source).split('/')[0] ?? ''),
  })
  await symlink(join(root, 'node_modules'), join(dir, 'node_modules'))
  await withoutScreens(dir)
  const patch = (file: string, ...flags: string[]): Promise<Ran> =>
    runIn(dir, 'patch', ['-p1', '--no-backup-if-mismatch', '-i', file, ...flags], {}, 20_000)
  return {
    dir,
    plant: (file: string) => patch(file),
    pull: (file: string) => patch(file, '-R'),
    /** A script of this tree. */
    script: (args: readonly string[], env: Record<string, string>, withinMs: number) =>
      runIn(dir, process.execPath, ['--import', 'tsx', ...args], env, withinMs),
    test: (args: readonly string[], env: Record<string, string>, withinMs: number) =>
      runIn(dir, process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...args], env, withinMs),
    close: () => rm(dir, { recursive: true, force: true }),
  }
}
export type Garden = Awaited<ReturnType<typeof openGarden>>
