import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { serversConfig, type ServersConfig } from './config.ts'
import { keepUntilWeEnd } from './keeper.ts'
import type { Note } from './note.ts'
import { claimPort } from './port.ts'
import { recordOwner, refuseOwned } from './redis-owner.ts'
import { findRedis, type RedisProgram } from './redis-program.ts'

export type RedisOptions = {
  /** Kept between runs; made when it is not there. */
  dataDir: string
  /** A free port is taken when none is named. */
  port?: number
  note: Note
  config?: ServersConfig
}

export type RedisServer = {
  url: string
  /** Which server this is, in words for the screen. */
  engine: string
  /** Undefined while it does not run. */
  readonly pid: number | undefined
  stop: () => Promise<void>
  /** SIGKILL; answers when the process is gone. */
  kill: () => Promise<void>
  /** Starts again on the same port and data, after stop(), kill() or a crash; stops first when running. */
  restart: () => Promise<void>
}

/**
 * Starts Redis on the loopback address with whatever this machine has. It ends when this process does.
 * Throws when nothing can serve, when the data folder has an owner, or when the port named is taken.
 */
export async function startRedis(options: RedisOptions): Promise<RedisServer> {
  const program = await findRedis(options.config ?? serversConfig(), options.note)
  const dataDir = resolve(options.dataDir)
  await mkdir(dataDir, { recursive: true })
  const port = await claimPort(options.port)
  let server = await launch(program, dataDir, port)
  const end = async (signal: NodeJS.Signals) => {
    if (!isRunning(server)) return
    const gone = once(server, 'exit')
    server.kill(signal)
    const deadline = setTimeout(() => server.kill('SIGKILL'), 10_000)
    await gone
    clearTimeout(deadline)
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    engine: program.engine,
    get pid() {
      return isRunning(server) ? server.pid : undefined
    },
    stop: async () => end('SIGTERM'),
    kill: async () => end('SIGKILL'),
    restart: async () => {
      await end('SIGTERM')
      server = await launch(program, dataDir, port)
    },
  }
}

async function launch(program: RedisProgram, dataDir: string, port: number): Promise<ChildProcess> {
  await refuseOwned(dataDir)
  const server = spawn(program.command, [...program.args, ...flags(dataDir, port)], {
    // In a process group of its own, so Ctrl-C reaches us first and we stop things in our order.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { pid } = server
  if (pid !== undefined) server.once('exit', keepUntilWeEnd(pid))
  await ready(server)
  server.unref()
  if (pid !== undefined) await recordOwner(dataDir, { pid, port })
  return server
}

/** A high `hz` fires delayed jobs 6 ms late instead of 52; queues must never lose a key to eviction. */
function flags(dataDir: string, port: number): string[] {
  const settings = {
    port: String(port),
    bind: '127.0.0.1',
    dir: dataDir,
    hz: '100',
    appendonly: 'yes',
    save: '',
    'maxmemory-policy': 'noeviction',
  }
  return Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value])
}

/** Waits for the line that says so; throws with what the server said when it ends first. */
async function ready(server: ChildProcess): Promise<void> {
  let said = ''
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2_000)
      if (said.includes('Ready to accept connections')) resolve()
    }
    server.stdout?.on('data', hear)
    server.stderr?.on('data', hear)
    server.once('error', reject)
    server.once('close', () =>
      reject(new Error(`Redis did not start: ${said.trim().split('\n').slice(-2).join(' ')}`)),
    )
  })
}

function isRunning(server: ChildProcess): boolean {
  return server.exitCode === null && server.signalCode === null
}
