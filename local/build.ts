import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')

/** One bundle per process; packages stay outside and are read from node_modules. */
const processes = {
  api: 'api/main.ts',
  worker: 'worker/main.ts',
  watch: 'worker/watch/main.ts',
  'planner-thread': 'worker/planner/thread.ts',
  'paper-thread': 'api/paper/thread.ts',
  simulator: 'local/simulator/main.ts',
  scenario: 'local/scenario/main.ts',
  admin: 'local/admin/main.ts',
  doctor: 'local/doctor/main.ts',
  audit: 'local/audit/main.ts',
  backup: 'local/backup/main.ts',
} as const
export type ProcessName = keyof typeof processes

export const bundleOf = (name: ProcessName): string => join(dist, `${name}.mjs`)
export const dashboardDir = join(dist, 'dashboard')

const fingerprint = async (rooms: readonly string[]): Promise<string> => {
  const hash = createHash('sha256')
  for (const room of rooms) {
    const entries = await readdir(join(root, room), { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    for (const file of files.sort()) {
      const { size, mtimeMs } = await stat(file)
      hash.update(`${file}:${size}:${mtimeMs}\n`)
    }
  }
  return hash.update(await readFile(join(root, 'package-lock.json'))).digest('hex')
}

/** Runs `build` unless the rooms are as they were at its last success. */
const whenChanged = async (
  name: string,
  rooms: readonly string[],
  build: () => Promise<void>,
): Promise<boolean> => {
  const marker = join(dist, `.${name}`)
  const now = await fingerprint(rooms)
  if (existsSync(marker) && (await readFile(marker, 'utf8')) === now) return false
  await build()
  await writeFile(marker, now)
  return true
}

const buildProcesses = async (): Promise<void> => {
  await esbuild.build({
    entryPoints: Object.entries(processes).map(([out, entry]) => ({ in: join(root, entry), out })),
    outdir: dist,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    logLevel: 'error',
  })
}

const buildDashboard = async (): Promise<void> => {
  const vite = await import('vite')
  // Under a test runner vite would take its NODE_ENV and pack the slow development build of React.
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    await vite.build({ configFile: join(root, 'dashboard/vite.config.ts'), logLevel: 'error' })
  } finally {
    if (before === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = before
  }
}

/** Builds what has changed since the last build. */
export const build = async (note: (line: string) => void): Promise<void> => {
  await mkdir(dist, { recursive: true })
  if (await whenChanged('processes', ['api', 'worker', 'contracts', 'local'], buildProcesses))
    note('Built api, worker, simulator and scenario.')
  if (await whenChanged('dashboard-sources', ['dashboard', 'contracts'], buildDashboard))
    note('Built the dashboard.')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build((line) => console.log(line))
