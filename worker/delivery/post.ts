import type { Clock } from '#contracts/runtime/clock.ts'
import { DeadlineError, withDeadline } from '#contracts/runtime/deadline.ts'
import { readAnswer } from './answer.ts'
import { EgressRefused, type Resolve, targetOf } from './egress.ts'
import type { Pools } from './pools.ts'

/** From the resolving of the name to the end of the answer. */
export const DEADLINE_MS = 5000
const LONGEST_WAIT_S = 12 * 3600

export interface Outgoing {
  partnerId: string
  url: string
  headers: Record<string, string>
  body: Uint8Array
}

/** What a partner's endpoint said: a status, or a short code of what went wrong. */
export interface Answer {
  status: number | null
  error: string | null
  /** Seconds that the partner asked us to wait. */
  retryAfterS: number
  /** How his answer begins; null when there was none. */
  answer: string | null
}

export interface PostOptions {
  pools: Pools
  resolve: Resolve
  clock: Clock
  localMode: boolean
  deadlineMs?: number
}

/** What we say besides the three security headers. An answer that comes packed all the same is not unpacked. */
export const plainHeaders = {
  'content-type': 'application/json',
  'accept-encoding': 'identity',
  'user-agent': 'top-ranger/1',
} as const

/**
 * Posts a message once. Redirects are not followed, answers not decompressed and read to 64 kB at most. Never rejects:
 * whatever happens on the way is an answer to be recorded.
 */
export const createPost =
  ({ pools, resolve, clock, localMode, deadlineMs = DEADLINE_MS }: PostOptions) =>
  async ({ partnerId, url, headers, body }: Outgoing): Promise<Answer> => {
    const signal = AbortSignal.timeout(deadlineMs)
    try {
      const target = await withDeadline(targetOf(url, resolve, localMode), deadlineMs, 'resolving a name')
      const response = await pools.request(partnerId, target, {
        method: 'POST',
        path: target.url.pathname + target.url.search,
        headers: { ...plainHeaders, ...headers },
        body,
        signal,
      })
      const { statusCode: status } = response
      const answer = await readAnswer(response.body)
      const isTaken = status >= 200 && status < 300
      const retryAfterS = status === 429 ? waitOf(response.headers['retry-after'], clock) : 0
      return { status, error: isTaken ? null : `http_${status}`, retryAfterS, answer }
    } catch (error) {
      const code = isTimeout(error, signal) ? 'timeout' : codeOf(error)
      return { status: null, error: code, retryAfterS: 0, answer: null }
    }
  }

/** Retry-After in seconds, from either of its spellings. */
const waitOf = (header: string | string[] | undefined, clock: Clock): number => {
  const text = typeof header === 'string' ? header.trim() : ''
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : (Date.parse(text) - clock.now().getTime()) / 1000
  return seconds > 0 ? Math.min(seconds, LONGEST_WAIT_S) : 0
}

const isTimeout = (error: unknown, signal: AbortSignal): boolean =>
  signal.aborted || error instanceof DeadlineError

/** `ECONNREFUSED`, `UND_ERR_SOCKET`, `refused: not https` …: nothing that could hold an address or a body. */
const codeOf = (error: unknown): string => {
  if (error instanceof EgressRefused) return error.message
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.name : 'unknown'
}
