import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { setTimeout as rest } from 'node:timers/promises'
import { claimPort } from '../../servers/port.ts'

export interface MemberOptions {
  /** `api-1`, `worker-2` … */
  name: string
  file: string
  env: Record<string, string>
  logFile: string
}

/** How the process has fared since the count began. */
export interface Fate {
  starts: number
  /** It ended by itself after it had been ready. */
  crashes: number
  /** It ended before it was ready: a server was away. The supervisor tries again. */
  failedStarts: number
}

/** A process of the product under a supervisor that starts it again, like that of a real installation. */
export interface Member {
  name: string
  pid: () => number | undefined
  isReady: () => boolean
  /** The port of its inspector once it is asked to open one. */
  inspectPort: number
  fate: () => Fate
  signal: (signal: NodeJS.Signals) => void
  /** SIGKILL; it is started again after `downMs`. */
  kill: (downMs: number) => Promise<void>
  /** SIGTERM; returns its exit code, and starts it again. */
  term: () => Promise<number | null>
  ready: (withinMs: number) => Promise<void>
  stop: () => Promise<void>
}

const AGAIN_MS = 300
const inherited = ['PATH', 'HOME', 'LANG', 'TZ'] as const

export const startMember = async ({ name, file, env, logFile }: MemberOptions): Promise<Member> => {
  const inspectPort = await claimPort()
  const kept = Object.fromEntries(inherited.map((key) => [key, process.env[key]]))
  const log = createWriteStream(logFile, { flags: 'a' })
  const fate: Fate = { starts: 0, crashes: 0, failedStarts: 0 }
  let child: ChildProcess | null = null
  const is = { ready: false }
  let stopped = false
  /** We mean it to end: that is no crash. */
  let meant: ChildProcess | null = null
  let downMs = AGAIN_MS

  const launch = (): void => {
    if (stopped) return
    fate.starts += 1
    is.ready = false
    const mine = fork(file, [], {
      env: { ...kept, ...env },
      execArgv: [`--inspect-port=127.0.0.1:${inspectPort}`],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
    })
    child = mine
    mine.stdout?.pipe(log, { end: false })
    mine.stderr?.pipe(log, { end: false })
    mine.on('message', (message) => {
      if (typeof message === 'object' && message !== null && 'ready' in message) is.ready = true
    })
    mine.once('exit', (code, signal) => {
      log.write(`{"supervisor":"${name} ended","code":${code},"signal":"${signal}"}\n`)
      if (meant !== mine) {
        if (is.ready) fate.crashes += 1
        else fate.failedStarts += 1
      }
      is.ready = false
      setTimeout(launch, meant === mine ? downMs : AGAIN_MS)
    })
  }
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const mine = child
    if (mine === null || mine.exitCode !== null || mine.signalCode !== null) return null
    meant = mine
    const gone = once(mine, 'exit')
    mine.kill(signal)
    mine.kill('SIGCONT')
    const late = setTimeout(() => mine.kill('SIGKILL'), 15_000)
    await gone
    clearTimeout(late)
    return mine.exitCode
  }
  const ready = async (withinMs: number): Promise<void> => {
    const deadline = performance.now() + withinMs
    while (!is.ready) {
      if (performance.now() > deadline)
        throw new Error(`${name} was not ready within ${withinMs} ms: ${logFile}`)
      await rest(25)
    }
  }

  launch()
  return {
    name,
    inspectPort,
    pid: () => child?.pid,
    isReady: () => is.ready,
    fate: () => ({ ...fate }),
    signal: (signal) => void child?.kill(signal),
    kill: async (down) => {
      downMs = down
      await end('SIGKILL')
      downMs = AGAIN_MS
    },
    term: () => end('SIGTERM'),
    ready,
    stop: async () => {
      stopped = true
      await end('SIGTERM')
      log.end()
    },
  }
}
