import { createLogger, type Logger } from '#contracts/runtime/log.ts'

export interface CapturedLog {
  log: Logger
  /** Raw lines, as written. */
  lines: string[]
  /** The `msg` of every line of a level. */
  messages: (level: string) => string[]
}

/** A real logger that writes into a list. */
export function captureLog(level = 'trace'): CapturedLog {
  const lines: string[] = []
  const log = createLogger({ name: 'test', level, stream: { write: (line) => void lines.push(line) } })
  const messages = (wanted: string) =>
    lines
      .map((line): { level?: string; msg?: string } => JSON.parse(line))
      .filter((line) => line.level === wanted)
      .map((line) => line.msg ?? '')
  return { log, lines, messages }
}
