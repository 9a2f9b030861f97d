import { randomUUID } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import type { PartnerSide } from './city.ts'

export interface Reply {
  status: number
  text: string
  body: Record<string, unknown>
  headers: Headers
}

/** What is said without a time of its own is said when it is sent first; a repeat is the same to the byte. */
const saidAt = new Map<string, string>()
const timeOf = (id: string): string => {
  const at = saidAt.get(id) ?? new Date().toISOString()
  saidAt.set(id, at)
  return at
}

export const anEventId = (): string => `msg_${randomUUID()}`

/** The partner's own clock and library: not our code. */
export const signedHeaders = (
  { ref, secret }: PartnerSide,
  id: string,
  payload: string,
  at = new Date(),
): Record<string, string> => ({
  'content-type': 'application/json',
  'x-partner-ref': ref,
  'webhook-id': id,
  'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
  'webhook-signature': new Webhook(secret).sign(id, at, payload),
})

export const read = async (response: Response): Promise<Reply> => {
  const text = await response.text()
  const body = (text.startsWith('{') ? JSON.parse(text) : {}) as Record<string, unknown>
  return { status: response.status, text, body, headers: response.headers }
}

/** Everything that a partner's server does with us, over HTTP. */
export const platformOf = (url: string, partner: PartnerSide) => {
  const post = async (path: string, payload: string, id = anEventId()): Promise<Reply> =>
    read(
      await fetch(`${url}/partner/v1${path}`, {
        method: 'POST',
        headers: signedHeaders(partner, id, payload),
        body: payload,
      }),
    )
  return {
    post,
    /** Sends one event; the same id again is a repeat. */
    send: (type: string, data: unknown, id = anEventId(), timestamp = timeOf(id)) =>
      post('/events', JSON.stringify({ type, timestamp, data }), id),
    get: async (path: string): Promise<Reply> =>
      read(await fetch(`${url}/partner/v1${path}`, { headers: signedHeaders(partner, anEventId(), '') })),
  }
}
