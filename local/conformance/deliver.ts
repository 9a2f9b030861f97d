import { signWebhook } from '#contracts/runtime/signature.ts'

/** The endpoint under test, and the secret with which we sign. */
export interface Theirs {
  url: string
  secret: string
}

export interface Outgoing {
  id: string
  body: string
  /** Seconds away from now. */
  shiftS?: number
  /** Instead of theirs. */
  secrets?: readonly string[]
  /** Changes the headers after they were signed; `undefined` leaves one out. */
  change?: (headers: Record<string, string>) => Record<string, string | undefined>
  /** What is sent in the place of what was signed. */
  instead?: string
}

/** What came back: a status, or why none did. */
export interface Answer {
  status: number | null
  why: string | null
  tookMs: number
  bytes: number
}

const DEADLINE_MS = 5000

/** One attempt, as the platform makes it: signed, five seconds, no redirect followed. */
export const deliver = async ({ url, secret }: Theirs, message: Outgoing): Promise<Answer> => {
  const { id, body, shiftS = 0, secrets = [secret], change = (headers) => headers, instead = body } = message
  const timestamp = Math.floor(Date.now() / 1000) + shiftS
  const signed = signWebhook({ id, timestamp, body: Buffer.from(body), secrets })
  const headers = Object.entries(change({ 'content-type': 'application/json', ...signed })).filter(
    (header): header is [string, string] => header[1] !== undefined,
  )
  const startedAt = performance.now()
  const took = (): number => Math.round(performance.now() - startedAt)
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: instead,
      redirect: 'manual',
      signal: AbortSignal.timeout(DEADLINE_MS),
    })
    const { byteLength } = await response.arrayBuffer()
    return { status: response.status, why: null, tookMs: took(), bytes: byteLength }
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error
    return {
      status: null,
      why: cause instanceof Error ? cause.message : String(cause),
      tookMs: took(),
      bytes: 0,
    }
  }
}
