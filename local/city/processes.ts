import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { bundleOf, type ProcessName } from '../build.ts'

export interface ProcessOptions {
  name: ProcessName
  env: Record<string, string>
  /** The process writes its log lines to `<name>.log` here. */
  dataDir: string
  revive: boolean
  note: (line: string) => void
}

export interface CityProcess {
  readonly child: ChildProcess
  restartWith: (extra: Record<string, string>) => Promise<void>
  stop: () => Promise<void>
}

const READY_WITHIN_MS = 60_000
const STOP_WITHIN_MS = 12_000
const inherited = ['PATH', 'HOME', 'LANG', 'TZ', 'NODE_OPTIONS'] as const

const isReady = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'ready' in message && message.ready === true

/** Starts one bundle in a process of its own; resolves when it says that it is ready. */
const launch = async ({ name, env, dataDir }: ProcessOptions): Promise<ChildProcess> => {
  const kept = Object.fromEntries(inherited.map((key) => [key, process.env[key]]))
  const child = fork(bundleOf(name), [], {
    env: { ...kept, ...env },
    execArgv: ['--enable-source-maps'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Ctrl-C reaches the whole foreground group; this process stops its children itself, in order.
    detached: true,
  })
  const file = join(dataDir, `${name}.log`)
  const log = createWriteStream(file, { flags: 'a' })
  child.stdout?.pipe(log, { end: false })
  child.stderr?.pipe(log, { end: false })
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`${name} was not ready in time: see ${file}`)),
      READY_WITHIN_MS,
    )
    const settle = (act: () => void) => {
      clearTimeout(timer)
      act()
    }
    child.on('message', (message) => {
      if (isReady(message)) settle(resolve)
    })
    child.once('exit', (code, signal) =>
      settle(() => reject(new Error(`${name} ended before it was ready (${signal ?? code}): see ${file}`))),
    )
  })
  return child
}

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const deadline = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS)
  await gone
  clearTimeout(deadline)
}

/** A process of the city; with `revive` it is started again a second after it ended by itself. */
export const startProcess = async (options: ProcessOptions): Promise<CityProcess> => {
  const { name, note, revive } = options
  let child = await launch(options)
  /** We mean this one to end: it is not brought back. */
  let stopping: ChildProcess | null = null

  const watch = (): void => {
    const watched = child
    watched.once('exit', (code, signal) => {
      if (stopping === watched || !revive) return
      note(`${name} ended (${signal ?? code}); starting it again.`)
      setTimeout(() => {
        if (stopping !== null) return
        start().catch((error: unknown) => note(`${name} could not be started again: ${String(error)}`))
      }, 1000)
    })
  }
  const start = async (): Promise<void> => {
    child = await launch(options)
    watch()
  }
  watch()
  return {
    get child() {
      return child
    },
    restartWith: async (extra) => {
      stopping = child
      await end(child)
      stopping = null
      child = await launch({ ...options, env: { ...options.env, ...extra } })
      watch()
    },
    stop: async () => {
      stopping = child
      await end(child)
    },
  }
}
