import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { answerSms } from './sms/answer.ts'
import type { Inbox } from './sms/inbox.ts'
import type { Receive } from './receive.ts'

export interface ServerOptions {
  port: number
  receive: Receive
  /** Public reads, by path. */
  reads: Readonly<Record<string, () => unknown>>
  /** A simulated text-message gateway, and the page that shows what came to it. */
  inbox: Inbox
}

/** `POST /top-ranger/webhook` and the public reads, on the loopback address. */
export async function openServer({ port, receive, reads, inbox }: ServerOptions) {
  const server = createServer((request, response) => void answer(request, response))

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?')[0] ?? '/'
    const read = request.method === 'GET' ? reads[path] : undefined
    if (read !== undefined) return say(response, 200, read())
    try {
      if (path.startsWith('/sms')) return await answerSms(inbox, request, response)
      if (request.method !== 'POST' || path !== '/top-ranger/webhook')
        return say(response, 404, { error: 'not found' })
      const body = await buffer(request)
      const status = receive(plainHeaders(request), body.toString('utf8'))
      say(response, status, status === 200 ? { received: true } : { error: 'signature' })
    } catch {
      // The sender went away in the middle; he sends again.
      response.destroy()
    }
  }

  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

const say = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

const plainHeaders = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
