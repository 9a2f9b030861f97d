/**
 * Keys whose value never reaches a log line, at any depth and in any case: personal data, free text, places of
 * people, credentials. Log codes, ids, counts and durations, under other keys (a queue is `queue: 'match'`, not
 * `{ name }`).
 */
export const REDACTED_KEYS = [
  'phone',
  'personKey',
  'displayName',
  'name',
  'reporter',
  'contact',
  'address',
  'email',
  'plate',
  'text',
  'note',
  'description',
  'summary',
  'body',
  'payload',
  'lat',
  'lng',
  'point',
  'position',
  'password',
  'passwordHash',
  'secret',
  'secrets',
  'token',
  'accessToken',
  'refreshToken',
  'authorization',
  'cookie',
  'set-cookie',
  'keyValue',
] as const

const SENSITIVE: ReadonlySet<string> = new Set(REDACTED_KEYS.map((key) => key.toLowerCase()))
const MENTIONED = new RegExp(`"(?:${REDACTED_KEYS.join('|')})":`, 'i')

/**
 * Censors a finished log line. It works on the line, and not on the paths of the object as pino's own `redact`
 * does, because only the line has everything in it (child bindings, serializers, `toJSON`) and has no depth limit.
 */
export function redactLine(line: string): string {
  if (!MENTIONED.test(line)) return line
  return `${JSON.stringify(JSON.parse(line, censor))}\n`
}

function censor(key: string, value: unknown): unknown {
  return SENSITIVE.has(key.toLowerCase()) ? '[redacted]' : value
}
