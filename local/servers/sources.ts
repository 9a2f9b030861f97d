import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A Debian-like system: its own suite ("bookworm") and one with a C library that is new enough. */
export type Release = { suite: string; newerSuite: string }

/** What a system's package sources come to, in the two notations that apt reads. */
export type Sources = { list: string; deb822: string }

/** Reads the text of /etc/os-release. Answers undefined when the system names no suite. */
export function readRelease(osRelease: string): Release | undefined {
  const field = (name: string) => new RegExp(`^${name}="?([^"\\n]+)"?$`, 'm').exec(osRelease)?.[1]
  const ubuntu = field('UBUNTU_CODENAME')
  if (ubuntu !== undefined) return { suite: ubuntu, newerSuite: 'noble' }
  const suite = field('DEBIAN_CODENAME') ?? field('VERSION_CODENAME')
  return suite === undefined ? undefined : { suite, newerSuite: 'trixie' }
}

/**
 * The sources that serve `suite`, pointing at `target` instead: the same mirror and keys, but none of the
 * updates, backports or foreign repositories, which would only cost time.
 */
export function deriveSources(system: Sources, suite: string, target: string): Sources {
  return {
    list: system.list
      .split('\n')
      .map((line) => /^deb\s+(\[[^\]]*\]\s+)?(\S+)\s+(\S+)\s+(.+)$/.exec(line.trim()))
      .filter((found) => found?.[3] === suite)
      .map((found) => `deb ${found?.[1] ?? ''}${found?.[2]} ${target} ${found?.[4]}`)
      .join('\n'),
    deb822: system.deb822
      .split(/\n\s*\n/)
      .filter((stanza) => serves(stanza, suite))
      .map((stanza) =>
        stanza.replace(/^Suites:.*$/m, `Suites: ${target}`).replace(/^Types:.*$/m, 'Types: deb'),
      )
      .join('\n\n'),
  }
}

function serves(stanza: string, suite: string): boolean {
  const words = (name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(stanza)?.[1]?.trim().split(/\s+/)
  const isOff = /^Enabled:\s*no\s*$/m.test(stanza)
  return !isOff && words('Types')?.includes('deb') === true && words('Suites')?.includes(suite) === true
}

/** Reads every sources file of this system, each notation joined into one text. */
export function systemSources(folder = '/etc/apt'): Sources {
  const parts = join(folder, 'sources.list.d')
  const names = existsSync(parts) ? readdirSync(parts).sort() : []
  const texts = (ending: string) =>
    names.filter((name) => name.endsWith(ending)).map((name) => readFileSync(join(parts, name), 'utf8'))
  const main = join(folder, 'sources.list')
  const mainText = existsSync(main) ? readFileSync(main, 'utf8') : ''
  return { list: [mainText, ...texts('.list')].join('\n'), deb822: texts('.sources').join('\n\n') }
}
