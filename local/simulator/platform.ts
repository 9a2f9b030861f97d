import { Webhook } from 'standardwebhooks'
import type { PartnerEventData, PartnerEventType, Positions } from '#contracts/wire/partner/events.ts'
import { type Answer, readAnswer } from './answer-of-platform.ts'
import type { Diary } from './diary.ts'
import type { Time } from './time.ts'
import type { Surprises } from './unexpected.ts'

/** One event as it is sent, and sent again: the same id and the same bytes. */
export interface Message {
  webhookId: string
  type: PartnerEventType
  body: string
}

export interface PlatformOptions {
  apiUrl: string
  partnerRef: string
  /** We sign with it. */
  secret: string
  time: Time
  newId: () => string
  diary: Diary
  surprises: Surprises
}

/** Top Ranger, as seen from outside. */
export interface Platform {
  compose<T extends PartnerEventType>(type: T, data: PartnerEventData<T>): Message
  /** Tries until it is taken: after 1, 2, 4, 8, 16, then every 30 s. Null when we gave up or are closing. */
  send(message: Message): Promise<Answer | null>
  /** Once: a position that was lost is old anyway. The status, or null when nobody answered. */
  sendPositions(positions: Positions): Promise<{ status: number; text: string } | null>
  close(): void
}

const RETRY_S = [1, 2, 4, 8, 16, 30, 30, 30, 30, 30] as const
const DEADLINE_MS = 10_000

export function createPlatform(options: PlatformOptions): Platform {
  const { apiUrl, partnerRef, time, newId, diary, surprises } = options
  const webhook = new Webhook(options.secret)
  const closing = new AbortController()
  const waiting = new Set<() => void>()

  async function post(path: string, webhookId: string, body: string) {
    const now = time.now()
    const response = await fetch(new URL(path, apiUrl), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-partner-ref': partnerRef,
        'webhook-id': webhookId,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': webhook.sign(webhookId, now, body),
      },
      body,
      signal: AbortSignal.any([closing.signal, AbortSignal.timeout(DEADLINE_MS)]),
    })
    const retryAfterS = Number(response.headers.get('retry-after') ?? 0)
    return { status: response.status, text: await response.text(), retryAfterS }
  }

  async function attempt(path: string, webhookId: string, body: string) {
    try {
      return await post(path, webhookId, body)
    } catch (error) {
      // A network that fails is an answer too: it means "again".
      diary.write('request.failed', {
        path,
        webhookId,
        why: error instanceof Error ? error.message : String(error),
      })
      return null
    }
  }

  /** Ends early when we close. */
  const wait = (seconds: number) =>
    new Promise<void>((resolve) => {
      const wake = () => {
        cancel()
        waiting.delete(wake)
        resolve()
      }
      const cancel = time.after(seconds, wake)
      waiting.add(wake)
    })

  async function send({ webhookId, type, body }: Message): Promise<Answer | null> {
    for (const pauseS of [...RETRY_S, null]) {
      const reply = await attempt('/partner/v1/events', webhookId, body)
      if (closing.signal.aborted) return null
      if (reply !== null && reply.status < 500 && reply.status !== 429) {
        const answer = readAnswer(reply.status, reply.text)
        if (answer.fault !== null) surprises.add('answer_schema', webhookId, `${type}: ${answer.fault}`)
        diary.write('told', { type, webhookId, status: reply.status, ...answer.said })
        return answer
      }
      if (pauseS === null) break
      const inS = Math.max(pauseS, reply?.retryAfterS ?? 0)
      diary.write('told.later', { type, webhookId, status: reply?.status ?? null, inS })
      await wait(inS)
      if (closing.signal.aborted) return null
    }
    surprises.add('never_taken', webhookId, type)
    return null
  }

  return {
    compose: (type, data) => ({
      webhookId: newId(),
      type,
      body: JSON.stringify({ type, timestamp: time.now().toISOString(), data }),
    }),
    send,
    sendPositions: (positions) => attempt('/partner/v1/positions', newId(), JSON.stringify(positions)),
    close: () => {
      closing.abort()
      for (const wake of waiting) wake()
    },
  }
}
