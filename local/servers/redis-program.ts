import { join } from 'node:path'
import { onPath } from './cache.ts'
import type { ServersConfig } from './config.ts'
import { unpackDebian } from './debian.ts'
import { takeFirst, type Finder } from './finders.ts'
import { librariesOf } from './libraries.ts'
import type { Note } from './note.ts'
import { run } from './run.ts'

/** The program that serves Redis here: a command and the arguments that go before the server's own. */
export type RedisProgram = { command: string; args: string[]; engine: string }

const OLDEST = [6, 2] as const

const WAYS_OUT = [
  `name a running Redis ${OLDEST.join('.')} or newer in REDIS_URL`,
  'install redis-server or valkey-server so that it is on PATH (apt-get install redis-server, brew install redis)',
  'use a Debian-like system that reaches its package mirror',
]

/** Finds what can serve Redis on this machine: PATH, then Debian's packages unpacked into the cache. */
export async function findRedis(config: ServersConfig, note: Note): Promise<RedisProgram> {
  return takeFirst({ what: 'Redis', places: PLACES, waysOut: WAYS_OUT }, config, note)
}

const PLACES: Record<string, Finder<RedisProgram>> = {
  PATH: async (config) => {
    const path = await onPath(['redis-server', 'valkey-server'], config.searchPath)
    if (path === undefined) throw new Error('no redis-server or valkey-server')
    return checked({ command: path, args: [] }, path)
  },
  "Debian's packages": async (config, note) => {
    const packages = ['redis-server', 'redis-tools']
    const root = await unpackDebian({ name: 'redis', packages, suite: 'own' }, config, note)
    const libraries = librariesOf(root).folders.join(':')
    const server = join(root, 'usr/bin/redis-server')
    // env(1) replaces itself with the server, so the pid and the rest of our environment stay.
    return checked({ command: 'env', args: [`LD_LIBRARY_PATH=${libraries}`, server] }, server)
  },
}

async function checked(program: { command: string; args: string[] }, path: string): Promise<RedisProgram> {
  const told = await run(program.command, [...program.args, '--version'])
  const [, name, version] = /^(redis|valkey) server v=(\d+\.\d+\.\d+)/i.exec(told) ?? []
  if (name === undefined || version === undefined) throw new Error(`${path} does not tell its version`)
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]))
    throw new Error(`${path} ${version} is too old`)
  return { ...program, engine: `${name.toLowerCase()}-server ${version} at ${path}` }
}
