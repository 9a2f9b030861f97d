import { type Clock, systemClock } from './clock.ts'
import type { Logger } from './log.ts'

export interface LoopOptions {
  name: string
  /** Rest between the end of a pass and the start of the next, in ms. */
  everyMs: number
  /** One pass. The signal is aborted by `stop()`: a long pass looks at it between two steps. */
  run: (signal: AbortSignal) => Promise<void>
  log: Logger
  onError?: (error: unknown) => void
  /** For `lastOkAt`. */
  clock?: Clock
  /** True when waiting for the next pass must not keep the process alive. */
  unref?: boolean
}

export interface Loop {
  /** Passes that failed since the start. */
  readonly failures: number
  /** Passes that failed since the last good one; 0 means healthy. */
  readonly failuresInARow: number
  readonly lastOkAt: Date | undefined
  /** Runs a pass now instead of after the rest; during a pass, another one directly after it. */
  wake(): void
  /** Starts no further pass; resolves when the running one has ended. */
  stop(): Promise<void>
}

/**
 * Runs `run` at once and then again and again, never two passes at a time. A pass that throws is logged,
 * counted and reported to `onError`; the loop goes on.
 */
export function startLoop(options: LoopOptions): Loop {
  const { name, everyMs, run, log, onError, clock = systemClock, unref = false } = options
  const stopping = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let inPass = false
  let wakened = false
  let failures = 0
  let failuresInARow = 0
  let lastOkAt: Date | undefined

  async function pass(): Promise<void> {
    try {
      await run(stopping.signal)
      if (failuresInARow > 0) log.info({ loop: name, failuresInARow }, 'loop recovered')
      failuresInARow = 0
      lastOkAt = clock.now()
    } catch (err) {
      if (stopping.signal.aborted) {
        log.debug({ err, loop: name }, 'the stop cut a pass short')
        return
      }
      failures += 1
      failuresInARow += 1
      log.error({ err, loop: name, failures, failuresInARow }, 'a pass failed, the loop goes on')
      onError?.(err)
    }
  }

  function begin(): void {
    inPass = true
    wakened = false
    running = pass().finally(() => {
      inPass = false
      rest(wakened ? 0 : everyMs)
    })
  }

  function rest(ms: number): void {
    if (stopping.signal.aborted) return
    clearTimeout(timer)
    timer = setTimeout(begin, ms)
    if (unref) timer.unref()
  }

  rest(0)

  return {
    get failures() {
      return failures
    },
    get failuresInARow() {
      return failuresInARow
    },
    get lastOkAt() {
      return lastOkAt
    },
    wake: () => {
      if (inPass) wakened = true
      else rest(0)
    },
    stop: async () => {
      stopping.abort()
      clearTimeout(timer)
      await running
    },
  }
}
