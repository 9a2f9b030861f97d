import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Manner, Order, Place, Said, Shown, Tally } from '../crowd/place.ts'
import { bundleOf } from './bundle.ts'

const nobody: Tally = {
  acknowledged: 0,
  perSecond: 0,
  acceptances: 0,
  confirmed: 0,
  reports: 0,
  slowestMs: 0,
  underWay: 0,
}

export interface PeopleOptions {
  place: Place
  seed: number
  ledgerFile: string
  logFile: string
  trapUrl: string
}

/** The crowd, in a process of its own, as the harness commands it. */
export const openPeople = async ({ logFile, ...opening }: PeopleOptions) => {
  const child = fork(bundleOf('crowd'), [], {
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  })
  const log = createWriteStream(logFile, { flags: 'a' })
  child.stdout?.pipe(log)
  child.stderr?.pipe(log, { end: false })
  let tally = nobody
  let slowestMs = 0
  const waiting: { said: Said['said']; done: (said: Said) => void; fail: (error: Error) => void }[] = []
  child.on('message', (said: Said) => {
    if (said.said === 'tally') {
      tally = said.tally
      slowestMs = Math.max(slowestMs, tally.slowestMs)
      return
    }
    const at = waiting.findIndex((one) => one.said === said.said)
    if (at >= 0) waiting.splice(at, 1)[0]?.done(said)
  })
  child.once('exit', (code) => {
    for (const { fail } of waiting) fail(new Error(`the crowd ended (${code}): ${logFile}`))
  })
  const tell = (order: Order): void => void child.send(order)
  const ask = <S extends Said['said']>(order: Order, said: S): Promise<Extract<Said, { said: S }>> =>
    new Promise((resolve, reject) => {
      waiting.push({ said, done: (heard) => resolve(heard as Extract<Said, { said: S }>), fail: reject })
      tell(order)
    })
  await ask({ do: 'open', ...opening }, 'open')

  return {
    pid: (): number | undefined => child.pid,
    play: (seed: number): void => tell({ do: 'play', seed }),
    rest: async (): Promise<void> => void (await ask({ do: 'rest' }, 'resting')),
    rush: (on: boolean): void => tell({ do: 'rush', on }),
    /** How one platform behaves from now on, or all of them. */
    behave: (manner: Manner, partner?: string): void =>
      tell({ do: 'manner', manner, ...(partner !== undefined && { partner }) }),
    probe: async (): Promise<number | null> => (await ask({ do: 'probe' }, 'probed')).ms,
    screens: async (): Promise<Shown[]> => (await ask({ do: 'screens' }, 'screens')).screens,
    tally: (): Tally => tally,
    /** The longest that one request has waited for its answer since this was asked last. */
    slowestMs: (): number => {
      const slowest = slowestMs
      slowestMs = 0
      return slowest
    },
    close: async (): Promise<void> => {
      if (child.exitCode !== null) return
      const gone = once(child, 'exit')
      tell({ do: 'close' })
      const late = setTimeout(() => child.kill('SIGKILL'), 5000)
      await gone
      clearTimeout(late)
    },
  }
}
export type People = Awaited<ReturnType<typeof openPeople>>
