import { createHmac, randomUUID } from 'node:crypto'
import { Webhook } from 'standardwebhooks'

/** A partner as the platform knows him, seen from the partner's side. */
export interface PartnerSide {
  url: string
  ref: string
  secret: string
}

export interface Reply {
  status: number
  text: string
}

export interface Saying {
  id?: string
  /** Seconds away from now. */
  shiftS?: number
  secret?: string
  ref?: string
  path?: string
  method?: string
  type?: string
  /** Changes the headers after they were signed; `undefined` leaves one out. */
  change?: (headers: Record<string, string>) => Record<string, string | undefined>
}

export const anId = (): string => `msg_${randomUUID()}`

/** A photo is no text, which is all that the public library takes: signed by hand, as the guide says it. */
const signBytes = (secret: string, id: string, at: Date, bytes: Uint8Array): string => {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const time = String(Math.floor(at.getTime() / 1000))
  return `v1,${createHmac('sha256', key).update(`${id}.${time}.`).update(bytes).digest('base64')}`
}

/** A partner's server as its engineer would write it: with the public library and nothing of ours. */
export const partnerServer = ({ url, ref, secret }: PartnerSide) => {
  const say = async (body: string | Uint8Array, saying: Saying = {}): Promise<Reply> => {
    const { id = anId(), shiftS = 0, path = '/events', method = 'POST', type = 'application/json' } = saying
    const at = new Date(Date.now() + shiftS * 1000)
    const key = saying.secret ?? secret
    const signature =
      typeof body === 'string' ? new Webhook(key).sign(id, at, body) : signBytes(key, id, at, body)
    const { change = (headers) => headers } = saying
    const headers = Object.entries(
      change({
        'content-type': type,
        'x-partner-ref': saying.ref ?? ref,
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': signature,
      }),
    ).filter((header): header is [string, string] => header[1] !== undefined)
    const response = await fetch(`${url}/partner/v1${path}`, {
      method,
      headers,
      body: method === 'GET' ? null : Buffer.from(body),
      redirect: 'manual',
    })
    return { status: response.status, text: await response.text() }
  }
  return {
    say,
    look: (path: string): Promise<Reply> => say('', { path, method: 'GET' }),
  }
}
export type PartnerServer = ReturnType<typeof partnerServer>
