import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { setTimeout as rest } from 'node:timers/promises'
import type { Kind, Ledger } from './ledger.ts'
import type { Manner, Place } from './place.ts'
import type { Message } from './say.ts'

type Partner = Place['partners'][number]

export interface Heard {
  type: string
  data: Record<string, unknown>
}

/** @throws Error when no platform goes by that name */
export const partnerOf = ({ partners }: Pick<Place, 'partners'>, ref: string): Partner => {
  const found = partners.find((partner) => partner.ref === ref)
  if (found === undefined) throw new Error(`${ref} is no partner`)
  return found
}

const SLOW_MS = 4000
const keyOf = (secret: string): Buffer => Buffer.from(secret.slice('whsec_'.length), 'base64')
const mac = (secret: string, text: string): string =>
  createHmac('sha256', keyOf(secret)).update(text).digest('base64')

export interface Signing {
  secret?: string
  /** Seconds that the sender's clock is off. */
  offS?: number
}

/** A signed request of a platform. */
export const signed = (
  { ref, secretIn }: Partner,
  said: Pick<Message, 'kind' | 'id' | 'path' | 'body'> & { about?: Record<string, string> },
  { secret = secretIn, offS = 0 }: Signing = {},
): Message => ({
  ...said,
  op: `${ref}|${said.id}`,
  method: 'POST',
  headers: () => {
    const time = String(Math.floor(Date.now() / 1000) + offS)
    return {
      'content-type': 'application/json',
      'x-partner-ref': ref,
      'webhook-id': said.id,
      'webhook-timestamp': time,
      'webhook-signature': `v1,${mac(secret, `${said.id}.${time}.${said.body}`)}`,
    }
  },
})

/** A signed event of a platform, said now unless it tells when; `about` goes into the ledger. */
export const eventOf = (
  partner: Partner,
  kind: Kind,
  id: string,
  { type, data, saidAt = new Date() }: Heard & { saidAt?: Date },
  about: Record<string, string> = {},
  signing?: Signing,
): Message => {
  const body = JSON.stringify({ type, timestamp: saidAt.toISOString(), data })
  return signed(partner, { kind, id, path: '/partner/v1/events', body, about: { type, ...about } }, signing)
}

const readAll = async (req: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** The platform's own server: hears what we bring it, in its own manner. */
export const openPlatform = async (
  partner: Partner,
  ledger: Ledger,
  {
    manner,
    trapUrl,
    hear,
  }: { manner: () => Manner; trapUrl: string; hear: (heard: Heard, id: string) => void },
) => {
  const answers: Record<Exclude<Manner, 'well' | 'slow'>, (res: ServerResponse) => void> = {
    failing: (res) => void res.writeHead(500).end('{"error":"down"}'),
    gone: (res) => void res.writeHead(410).end(),
    busy: (res) => void res.writeHead(429, { 'retry-after': '1' }).end(),
    inwards: (res) => void res.writeHead(302, { location: trapUrl }).end(),
    garbage: (res) => {
      // No HTTP at all.
      res.socket?.end('!?\r\n\r\n')
    },
  }
  const receive = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const body = await readAll(req)
    const id = String(req.headers['webhook-id'])
    const time = String(req.headers['webhook-timestamp'])
    const how = manner()
    if (how !== 'well' && how !== 'slow') return answers[how](res)
    if (how === 'slow') await rest(SLOW_MS)
    if (!String(req.headers['webhook-signature']).includes(mac(partner.secretOut, `${id}.${time}.${body}`))) {
      await ledger.note({ e: 'odd', at: Date.now(), what: `a message to ${partner.ref} was not signed` })
      res.writeHead(401).end()
      return
    }
    const { type, data } = JSON.parse(body) as Heard
    await ledger.note({ e: 'heard', at: Date.now(), partner: partner.ref, id, type, data })
    res.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    hear({ type, data }, id)
  }
  const server = createServer((req, res) => {
    receive(req, res).catch(() => res.destroy())
  })
  server.listen(partner.port, '127.0.0.1')
  await once(server, 'listening')
  return {
    close: (): void => {
      server.closeAllConnections()
      server.close()
    },
  }
}
