import { setTimeout as rest } from 'node:timers/promises'
import { Pool } from 'undici'
import type { Kind, Ledger } from './ledger.ts'
import type { Counts } from './tally.ts'

/** A request that asks for a write, the same however often it is sent. */
export interface Message {
  kind: Kind
  /** Of the message itself: webhook-id, Idempotency-Key, nonce. */
  id: string
  /** How the platform names the operation. */
  op: string
  method: 'POST' | 'PUT' | 'GET'
  path: string
  body: string
  /** Anew for each attempt: signatures carry the time. */
  headers: () => Record<string, string>
  about?: Record<string, string>
}

export interface Answer {
  status: number
  /** The outcome, or the code of the problem. */
  word: string
  body: Record<string, unknown>
  location: string | null
}

const CONNECTIONS = 48
const PATIENCE_MS = 15_000
const LONGEST_REST_MS = 600
const again = new Set([408, 429])
/** No write is asked for, or none may come of it. */
const changesNothing = new Set<Kind>(['forged', 'late', 'other body'])
const names = ['assignmentId', 'incidentId', 'offerId'] as const

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const readBody = (text: string): Record<string, unknown> => {
  if (!text.startsWith('{')) return {}
  return JSON.parse(text) as Record<string, unknown>
}

/** What an answer is about, without what may differ between two true answers. */
const refOf = (body: Record<string, unknown>): Record<string, string> => {
  const incident = body['incident']
  const id =
    typeof incident === 'object' && incident !== null ? textOf((incident as { id?: unknown }).id) : ''
  const ref = Object.fromEntries(
    names.map((name) => [name, textOf(body[name])]).filter(([, value]) => value !== ''),
  )
  return id === '' ? ref : { ...ref, incidentId: id }
}

/** A 5xx, a wait, a broken line: no answer yet. Nor is a token that ran out; a forger's 401 is one. */
const isDefinite = ({ kind }: Message, { status }: Answer): boolean =>
  status < 500 && !again.has(status) && (status !== 401 || kind === 'forged')

export interface SayOptions {
  apis: readonly string[]
  ledger: Ledger
  counts: Counts
  /** Told of every attempt: the status, or null when the line broke or nobody answered in time. */
  heard?: (message: Message, status: number | null) => void
  /** Asked when a signed-in person is no longer known: signs in anew. */
  renew: () => Promise<void>
}

/** Says things to the platform until they are answered definitely, and writes down what was sent and what was heard. */
export const createSay = ({ apis, ledger, counts, renew, heard }: SayOptions) => {
  const pools = apis.map(
    (url) =>
      new Pool(url, { connections: CONNECTIONS, headersTimeout: PATIENCE_MS, bodyTimeout: PATIENCE_MS }),
  )
  const first = new Set<string>()
  const is = { closed: false }

  const once = async (side: number, message: Message): Promise<Answer> => {
    try {
      const answer = await attempt(side, message)
      heard?.(message, answer.status)
      return answer
    } catch (error) {
      heard?.(message, null)
      throw error
    }
  }

  const attempt = async (side: number, message: Message): Promise<Answer> => {
    const pool = pools[side % pools.length]
    if (pool === undefined) throw new RangeError('there is no such api')
    const { statusCode, headers, body } = await pool.request({
      method: message.method,
      path: message.path,
      headers: message.headers(),
      ...(message.body === '' ? {} : { body: message.body }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const read = readBody(await body.text())
    const word = textOf(read['outcome']) || textOf(read['code'])
    return { status: statusCode, word, body: read, location: textOf(headers['location']) || null }
  }

  /** So long the crowd has waited for this answer, or in vain, in ms. A yes waits for others that race it: it tells nothing of hanging. */
  const waited = (sentAt: number, { kind }: Message): number => {
    const tookMs = Math.round(performance.now() - sentAt)
    if (!kind.startsWith('accept')) counts.totals.slowestMs = Math.max(counts.totals.slowestMs, tookMs)
    return tookMs
  }

  const untilDefinite = async (start: number, message: Message): Promise<Answer | null> => {
    for (let tries = 0; !is.closed; tries += 1) {
      const side = start + tries
      const sentAt = performance.now()
      try {
        const answer = await once(side, message)
        const tookMs = waited(sentAt, message)
        if (isDefinite(message, answer)) {
          const { status, word, body } = answer
          await ledger.note({
            e: 'answer', at: Date.now(), id: message.id, kind: message.kind, side: side % pools.length, status, word, ref: refOf(body), tookMs,
          }) // prettier-ignore
          acknowledge(message, answer)
          return answer
        }
        if (answer.status === 401) await renew()
      } catch (error) {
        // The line broke: whether it was heard is unknown, so it is said again.
        waited(sentAt, message)
        if (!(error instanceof Error)) throw error
      }
      await rest(Math.min(LONGEST_REST_MS, 50 * 2 ** Math.min(tries, 6)))
    }
    return null
  }

  const acknowledge = ({ kind, id }: Message, { status, word }: Answer): void => {
    if (status >= 400 || changesNothing.has(kind) || first.has(id)) return
    first.add(id)
    counts.acknowledged()
    if (kind === 'report') counts.totals.reports += 1
    if (kind === 'accept' || kind === 'accept by link') counts.totals.acceptances += 1
    if (word === 'confirmed') counts.totals.confirmed += 1
  }

  return {
    /** Null when the crowd was closed before an answer came. `copies` go to the apis at the same time. */
    say: async (message: Message, side: number, copies = 1): Promise<Answer | null> => {
      const { kind, id, op, about = {} } = message
      await ledger.note({ e: 'sent', at: Date.now(), id, kind, op, about })
      counts.totals.underWay += 1
      try {
        const answers = await Promise.all(
          Array.from({ length: copies }, (_, copy) => untilDefinite(side + copy, message)),
        )
        return answers[0] ?? null
      } finally {
        counts.totals.underWay -= 1
      }
    },
    /** Asked once, written down nowhere; null when no answer came. */
    ask: (message: Message, side: number): Promise<Answer | null> => once(side, message).catch(() => null),
    close: async (): Promise<void> => {
      is.closed = true
      await Promise.all(pools.map((pool) => pool.destroy()))
    },
  }
}
export type Speech = ReturnType<typeof createSay>
