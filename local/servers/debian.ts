import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { downloadPackages } from './apt.ts'
import { cached, onPath } from './cache.ts'
import type { ServersConfig } from './config.ts'
import type { Note } from './note.ts'
import { run } from './run.ts'
import { deriveSources, readRelease, systemSources } from './sources.ts'

export type DebianRequest = {
  /** The entry's name in the cache. */
  name: string
  packages: string[]
  /**
   * `own`: from this system's suite, with every dependency that the system lacks.
   * `newer`: from the suite with the newer C library, exactly the packages named.
   */
  suite: 'own' | 'newer'
}

/**
 * Fetches Debian (or Ubuntu) packages and unpacks them into the cache; answers the folder that stands for
 * "/". Needs neither root nor package lists and installs nothing. Once unpacked, nothing is fetched again.
 * Throws with the reason in words where this cannot be done.
 */
export async function unpackDebian(
  request: DebianRequest,
  config: ServersConfig,
  note: Note,
): Promise<string> {
  const release = readRelease(await readFile('/etc/os-release', 'utf8').catch(() => ''))
  if (release === undefined || !(await hasTools(config)))
    throw new Error('this is no Debian-like system with apt-get and dpkg-deb')
  const suite = request.suite === 'own' ? release.suite : release.newerSuite
  const entry = await cached(config.cacheDir, `${request.name}-${suite}-${process.arch}`, async (folder) => {
    note(`Fetching ${request.packages.join(', ')} of ${suite} into ${config.cacheDir}, once …`)
    const sources = deriveSources(systemSources(), release.suite, suite)
    if (`${sources.list}${sources.deb822}` === '')
      throw new Error(`no package source of this system serves ${release.suite}`)
    const work = join(folder, 'work')
    const withDependencies = request.suite === 'own'
    const debs = await downloadPackages(work, { packages: request.packages, sources, withDependencies })
    for (const deb of debs) await run('dpkg-deb', ['--extract', deb, join(folder, 'root')])
    await rm(work, { recursive: true })
  })
  return join(entry, 'root')
}

async function hasTools(config: ServersConfig): Promise<boolean> {
  const found = await Promise.all(['apt-get', 'dpkg-deb'].map((tool) => onPath([tool], config.searchPath)))
  return !found.includes(undefined)
}
