import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino'
import { redactLine } from './redact.ts'
import { scrubLine, scrubText } from './scrub.ts'
import { serializeError } from './serialize-error.ts'

export type Logger = PinoLogger

export interface LoggerOptions {
  /** The process: `api`, `worker`; stands in each line as `process`. */
  name: string
  /** `trace` to `fatal`, or `silent`. */
  level: string
  /** Default: standard output. */
  stream?: DestinationStream
}

/**
 * A logger that writes one JSON line per fact. Errors keep type, code, frames and a scrubbed message; the finished
 * line loses the value of every key in `REDACTED_KEYS`, then whatever still looks like a phone number or a
 * credential. That is the net, not the plan: do not hand personal data to a logger.
 */
export function createLogger({ name, level, stream = standardOutput() }: LoggerOptions): Logger {
  const options = {
    level,
    base: { process: name, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: serializeError, error: serializeError, reason: serializeError },
    hooks: {
      // Without this pino copies an error's raw message into `msg` when no message is given.
      logMethod(this: Logger, args: Parameters<pino.LogFn>, method: pino.LogFn) {
        method.apply(this, withSafeMessage(args))
      },
      streamWrite: (line: string) => scrubLine(redactLine(line)),
    },
  }
  return pino(options, stream)
}

// Pino's own default writes in the background: lines come out of order at an exit and are lost in a crash.
function standardOutput(): DestinationStream {
  return pino.destination({ dest: 1, sync: true })
}

function withSafeMessage(args: Parameters<pino.LogFn>): Parameters<pino.LogFn> {
  const [first, message] = args
  const err = typeof first === 'object' && first !== null && 'err' in first ? first.err : first
  return message === undefined && err instanceof Error ? [first, scrubText(err.message)] : args
}
