import { scrubText } from './scrub.ts'

const DEEPEST_CAUSE = 3

export interface SerializedError {
  type: string
  message: string
  code?: string | number
  status?: number
  /** Where it was thrown, innermost first; without the message, which a stack repeats unscrubbed. */
  frames?: string[]
  cause?: SerializedError
  errors?: SerializedError[]
}

/**
 * What a log line may say about a thrown value. Only named fields are taken: drivers hang commands with their
 * arguments (`command.args`), documents (`keyValue`) and whole replies on their errors.
 */
export function serializeError(thrown: unknown, depth = 0): SerializedError {
  if (!(thrown instanceof Error)) {
    const message =
      typeof thrown === 'string' ? scrubText(thrown) : 'something other than an error was thrown'
    return { type: typeof thrown, message }
  }

  const serialized: SerializedError = { type: thrown.constructor.name, message: scrubText(thrown.message) }
  const code = 'code' in thrown ? thrown.code : undefined
  if (typeof code === 'number' || typeof code === 'string') serialized.code = code
  if ('status' in thrown && typeof thrown.status === 'number') serialized.status = thrown.status
  const frames = framesOf(thrown)
  if (frames.length > 0) serialized.frames = frames
  if (depth < DEEPEST_CAUSE) {
    if (thrown.cause !== undefined) serialized.cause = serializeError(thrown.cause, depth + 1)
    if (thrown instanceof AggregateError) {
      serialized.errors = thrown.errors.map((error) => serializeError(error, depth + 1))
    }
  }
  return serialized
}

function framesOf(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n')
  return lines
    .filter((line) => /^ {4}at .*(?::\d+:\d+\)?|<anonymous>\)?)$/.test(line))
    .map((line) => line.trim())
}
