import { isExecutable, onPath } from './cache.ts'
import { serversConfig, type ServersConfig } from './config.ts'
import type { Note } from './note.ts'
import { run } from './run.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
const HOW = 'name a Chromium in CHROMIUM_PATH or install one (Debian: "apt-get install chromium" as root)'

/**
 * Finds a browser for the browser tests: CHROMIUM_PATH, then PATH, then Debian's package, which only root
 * can install. Answers one line on what to do where there is none.
 */
export async function findChromium(
  note: Note,
  config: ServersConfig = serversConfig(),
): Promise<{ path: string } | { missing: string }> {
  if (config.chromium !== undefined) {
    if (await isExecutable(config.chromium)) return { path: config.chromium }
    return { missing: `CHROMIUM_PATH names ${config.chromium}, which is not a program that can be run` }
  }
  const found = await onTheMachine(config)
  if (found !== undefined) return { path: found }
  const aptGet = await onPath(['apt-get'], config.searchPath)
  if (aptGet === undefined || process.getuid?.() !== 0) return { missing: `No Chromium: ${HOW}` }
  return install(aptGet, config, note)
}

async function onTheMachine(config: ServersConfig): Promise<string | undefined> {
  return (await onPath(NAMES, config.searchPath)) ?? ((await isExecutable(MAC)) ? MAC : undefined)
}

async function install(aptGet: string, config: ServersConfig, note: Note) {
  note('Installing the Debian package chromium for the browser tests, once …')
  const patient = ['-o', 'DPkg::Lock::Timeout=120', '--quiet']
  const flags = ['--yes', '--no-install-recommends']
  try {
    await run(aptGet, [...patient, 'update'])
    await run('env', ['DEBIAN_FRONTEND=noninteractive', aptGet, ...patient, 'install', ...flags, 'chromium'])
  } catch (error) {
    return { missing: `No Chromium: ${error instanceof Error ? error.message : String(error)}; ${HOW}` }
  }
  const path = await onTheMachine(config)
  return path === undefined ? { missing: `No Chromium: the package brought none; ${HOW}` } : { path }
}
