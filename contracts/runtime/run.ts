import { type Closers, createClosers } from './closers.ts'
import type { Logger } from './log.ts'

export interface RunOptions {
  name: string
  log: Logger
  /** Opens everything and adds a closer for each thing opened; resolved means ready for work. */
  start: (closers: Closers) => Promise<void>
  /** For one closer, in ms. */
  closeDeadlineMs?: number
  /** For the whole stop, in ms; after it the process exits 1. */
  stopDeadlineMs?: number
}

/**
 * The life of a process. Ready is logged and, for a parent that forked it, sent as `{ ready: true }`.
 * SIGTERM or SIGINT closes in reverse order and exits 0, or 1 when something did not close; a second signal
 * exits 1 at once. A failed start closes what was opened and exits 1. An error nobody caught exits 1 without
 * closing: after it nothing in memory can be trusted, and everything acknowledged is in the database.
 */
export async function runProcess(options: RunOptions): Promise<void> {
  const { name, log, start, closeDeadlineMs, stopDeadlineMs = 10_000 } = options
  const closers = createClosers({ log, deadlineMs: closeDeadlineMs })
  let stopping = false

  const fail = (what: string) => (err: unknown) => {
    log.fatal({ err }, what)
    process.exit(1)
  }
  process.on('uncaughtException', fail('uncaught exception'))
  process.on('unhandledRejection', fail('unhandled rejection'))

  const stop = async (why: string, code: number) => {
    if (stopping) {
      log.warn({ why }, 'told twice to stop: leaving at once')
      process.exit(1)
    }
    stopping = true
    log.info({ why }, `${name} is stopping`)
    setTimeout(() => {
      log.error({ stopDeadlineMs }, 'did not stop in time')
      process.exit(1)
    }, stopDeadlineMs)
    const clean = await closers.closeAll()
    log.info({ clean }, `${name} has stopped`)
    process.exit(clean ? code : 1)
  }
  process.on('SIGTERM', () => void stop('SIGTERM', 0))
  process.on('SIGINT', () => void stop('SIGINT', 0))

  try {
    await start(closers)
  } catch (err) {
    log.fatal({ err }, `${name} did not start`)
    if (!stopping) await stop('failed start', 1)
    return
  }
  if (stopping) return
  log.info(`${name} is ready`)
  process.send?.({ ready: true })
}
