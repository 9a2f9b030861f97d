import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'

export interface Received {
  path: string
  headers: IncomingHttpHeaders
  raw: string
  type: string
  data: Record<string, unknown>
}

type Reply = number | ((response: ServerResponse) => void)

/** A partner's endpoint: keeps what it gets, answers as told, 200 otherwise. */
export const openEndpoint = async () => {
  const received: Received[] = []
  const replies: Reply[] = []
  let always: Reply = 200
  const answer = (response: ServerResponse): void => {
    const reply = replies.shift() ?? always
    if (typeof reply === 'function') reply(response)
    else response.writeHead(reply).end('{}')
  }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString()
      const { type, data } = JSON.parse(raw) as Pick<Received, 'type' | 'data'>
      received.push({ path: request.url ?? '', headers: request.headers, raw, type, data })
      answer(response)
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hook`,
    port,
    received,
    /** The next answers, in order; the last word stays with `alwaysReply`. */
    reply: (...next: Reply[]): void => void replies.push(...next),
    alwaysReply: (reply: Reply): void => {
      always = reply
    },
    of: (type: string): Received[] => received.filter((one) => one.type === type),
    close: async (): Promise<void> => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
export type Endpoint = Awaited<ReturnType<typeof openEndpoint>>

/** The other side's own library: throws unless the signature is good. */
export const verified = (secret: string, { raw, headers }: Received): unknown =>
  new Webhook(secret).verify(raw, headers as Record<string, string>)
