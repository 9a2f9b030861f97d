import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { cached } from '../../local/servers/cache.ts'
import { deriveSources, readRelease } from '../../local/servers/sources.ts'

const BOOKWORM = `PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\nVERSION_CODENAME=bookworm\n`
const MINT = `ID=linuxmint\nVERSION_CODENAME=virginia\nUBUNTU_CODENAME=jammy\n`

const filler = (text: string) => async (folder: string) => writeFile(join(folder, 'text'), text)

describe('readRelease', () => {
  it('names the suite and one with a newer C library', () => {
    expect(readRelease(BOOKWORM)).toEqual({ suite: 'bookworm', newerSuite: 'trixie' })
    expect(readRelease(MINT)).toEqual({ suite: 'jammy', newerSuite: 'noble' })
    expect(readRelease('ID=alpine\n')).toBeUndefined()
  })
})

describe('deriveSources', () => {
  it('points the stanza that serves the suite at another one', () => {
    const deb822 = `Types: deb deb-src
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb
URIs: http://mirror.example/debian-security
Suites: bookworm-security
Components: main

Enabled: no
Types: deb
URIs: http://old.example/debian
Suites: bookworm
Components: main
`
    expect(deriveSources({ list: '', deb822 }, 'bookworm', 'trixie')).toEqual({
      list: '',
      deb822: `Types: deb
URIs: http://mirror.example/debian
Suites: trixie
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg`,
    })
  })

  it('reads the one-line notation, with and without options', () => {
    const list = `# deb http://mirror.example/debian bookworm main
deb http://mirror.example/debian bookworm main contrib
deb [arch=amd64 signed-by=/k.gpg] https://other.example/debian bookworm main
deb-src http://mirror.example/debian bookworm main
deb http://mirror.example/debian bookworm-updates main
deb https://foreign.example stable main`
    expect(deriveSources({ list, deb822: '' }, 'bookworm', 'trixie').list).toBe(
      `deb http://mirror.example/debian trixie main contrib
deb [arch=amd64 signed-by=/k.gpg] https://other.example/debian trixie main`,
    )
  })
})

describe('cached', () => {
  const folders: string[] = []
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
  })
  async function cacheDir(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'cache-test-'))
    folders.push(folder)
    return folder
  }

  it('fills an entry once', async () => {
    const dir = await cacheDir()
    await cached(dir, 'entry', filler('first'))
    const entry = await cached(dir, 'entry', filler('second'))
    expect(await readFile(join(entry, 'text'), 'utf8')).toBe('first')
  })

  it('lets two fill it at once and keeps one whole entry', async () => {
    const dir = await cacheDir()
    const both = await Promise.all([cached(dir, 'entry', filler('one')), cached(dir, 'entry', filler('two'))])
    expect(new Set(both)).toEqual(new Set([join(dir, 'entry')]))
    expect(await readdir(dir)).toEqual(['entry'])
    expect(['one', 'two']).toContain(await readFile(join(dir, 'entry', 'text'), 'utf8'))
  })

  it('leaves nothing behind when filling fails', async () => {
    const dir = await cacheDir()
    const failing = cached(dir, 'entry', async () => Promise.reject(new Error('no network')))
    await expect(failing).rejects.toThrow('no network')
    expect(await readdir(dir)).toEqual([])
  })

  it('sweeps away what a killed process left an hour ago, not what another one fills now', async () => {
    const dir = await cacheDir()
    await mkdir(join(dir, 'entry.draft-now'))
    await mkdir(join(dir, 'entry.draft-old'))
    const hoursAgo = new Date(Date.now() - 2 * 3_600_000)
    await utimes(join(dir, 'entry.draft-old'), hoursAgo, hoursAgo)
    await cached(dir, 'entry', filler('text'))
    expect((await readdir(dir)).sort()).toEqual(['entry', 'entry.draft-now'])
  })

  it('fills again an entry of which somebody deleted a part', async () => {
    const dir = await cacheDir()
    const entry = await cached(dir, 'entry', filler('whole'))
    await rm(join(entry, '.complete'))
    await cached(dir, 'entry', filler('new'))
    expect(await readFile(join(entry, 'text'), 'utf8')).toBe('new')
  })
})
