import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './run.ts'
import type { Sources } from './sources.ts'

export type Download = {
  packages: string[]
  sources: Sources
  /** Fetch what the packages need and the system lacks as well. */
  withDependencies: boolean
}

/**
 * Downloads packages into `work` with a private apt: its own lists, cache, sources and locks, so it runs as
 * any user and changes nothing of the system. The system's proxies, keys and certificates stay in force.
 * Answers the paths of the packages.
 */
export async function downloadPackages(work: string, download: Download): Promise<string[]> {
  const folders = { state: join(work, 'state'), sources: join(work, 'sources'), cache: join(work, 'cache') }
  const debs = join(folders.cache, 'archives')
  await mkdir(join(folders.state, 'lists', 'partial'), { recursive: true })
  await mkdir(join(debs, 'partial'), { recursive: true })
  await mkdir(folders.sources)
  await writeFile(join(folders.sources, 'derived.list'), `${download.sources.list}\n`)
  await writeFile(join(folders.sources, 'derived.sources'), `${download.sources.deb822}\n`)
  await writeFile(join(work, 'no-status'), '')
  const status = download.withDependencies ? '/var/lib/dpkg/status' : join(work, 'no-status')
  const config = join(work, 'apt.conf')
  await writeFile(config, aptConfig(folders, status))
  const apt = async (...args: string[]) => run('apt-get', ['--config-file', config, '--quiet', ...args], debs)
  await apt('update')
  // --reinstall, for a package of the list that the system has cannot be left to the system.
  if (download.withDependencies) await apt('install', ...INSTALL_FLAGS, ...download.packages)
  else await apt('download', ...download.packages)
  return (await readdir(debs)).filter((name) => name.endsWith('.deb')).map((name) => join(debs, name))
}

const INSTALL_FLAGS = ['--download-only', '--yes', '--no-install-recommends', '--reinstall']

function aptConfig(folders: { state: string; sources: string; cache: string }, status: string): string {
  return [
    `Dir::State "${folders.state}";`,
    `Dir::State::status "${status}";`,
    `Dir::Cache "${folders.cache}";`,
    'Dir::Etc::sourcelist "/dev/null";',
    `Dir::Etc::sourceparts "${folders.sources}";`,
    'Debug::NoLocking "true";',
    'APT::Sandbox::User "root";',
    'Acquire::Languages "none";',
    'Acquire::Retries "2";',
    'Acquire::http::Timeout "20";',
    'Acquire::https::Timeout "20";',
    '#clear APT::Update::Post-Invoke;',
    '#clear APT::Update::Post-Invoke-Success;',
    '',
  ].join('\n')
}
