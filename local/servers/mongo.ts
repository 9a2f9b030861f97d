import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { MongoMemoryServer } from 'mongodb-memory-server-core'
import { serversConfig, type ServersConfig } from './config.ts'
import { keepUntilWeEnd } from './keeper.ts'
import { findMongod, type MongodProgram } from './mongod-program.ts'
import type { Note } from './note.ts'
import { claimPort } from './port.ts'

export type MongoOptions = {
  /** Kept between runs; made when it is not there. */
  dataDir: string
  /** A free port is taken when none is named. */
  port?: number
  note: Note
  config?: ServersConfig
}

export type MongoServer = {
  uri: string
  /** Which engine serves, in words for the screen. */
  engine: string
  kind: MongodProgram['kind']
  /** The process that holds the data folder; undefined while it does not run. */
  readonly pid: number | undefined
  stop: () => Promise<void>
  /** Ends the serving process as a power cut of the process would (SIGKILL); answers when it is gone. */
  kill: () => Promise<void>
  /** Starts again on the same port and data, after stop(), kill() or a crash; stops first when running. */
  restart: () => Promise<void>
}

/**
 * Starts MongoDB on the loopback address with whatever this machine has. It ends when this process does.
 * Throws when nothing can serve, when the data folder has an owner, or when the port named is taken.
 */
export async function startMongo(options: MongoOptions): Promise<MongoServer> {
  const program = await findMongod(options.config ?? serversConfig(), options.note)
  await mkdir(options.dataDir, { recursive: true })
  const orExplain = (error: unknown): never => {
    throw explain(error, options.dataDir)
  }
  const memory = await launch(program, options).catch(orExplain)
  const uri = memory.getUri()
  keep(memory)
  const stop = async () => void (await memory.stop({ doCleanup: false }))
  return {
    uri,
    engine: program.engine,
    kind: program.kind,
    get pid() {
      return mongodOf(memory)?.pid
    },
    stop,
    kill: async () => {
      const mongod = mongodOf(memory)
      if (mongod !== undefined && mongod.exitCode === null) {
        const gone = once(mongod, 'close')
        mongod.kill('SIGKILL')
        await gone
      }
      await stop()
    },
    restart: async () => {
      await stop()
      await memory.start(true).catch(orExplain)
      keep(memory)
    },
  }
}

async function launch(program: MongodProgram, options: MongoOptions): Promise<MongoMemoryServer> {
  return MongoMemoryServer.create({
    instance: {
      dbPath: options.dataDir,
      port: await claimPort(options.port),
      portGeneration: false,
      storageEngine: 'wiredTiger',
      launchTimeout: 60_000,
    },
    binary: { version: program.version, systemBinary: program.path },
    // In a process group of its own, so Ctrl-C reaches us first and we stop things in our order.
    spawn: { detached: true },
  })
}

function explain(error: unknown, dataDir: string): Error {
  const words = String(error)
  // mongodb-memory-server tells exit codes only in words: 100 is a mongod that found its folder taken.
  const isFolderTaken = /DBPathInUse|code "100"/.test(words)
  const reason = isFolderTaken ? `${dataDir} is in use by another MongoDB (exit 100)` : words
  return new Error(`MongoDB did not start: ${reason}`, { cause: error })
}

function keep(memory: MongoMemoryServer): void {
  const mongod = mongodOf(memory)
  if (mongod?.pid !== undefined) mongod.once('exit', keepUntilWeEnd(mongod.pid))
}

function mongodOf(memory: MongoMemoryServer) {
  return memory.instanceInfo?.instance.mongodProcess
}
