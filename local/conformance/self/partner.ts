import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'
import { expectedBytes } from './expected.ts'

type Headers = Readonly<Record<string, string>>

/** What the endpoint answers to one request; the tests plant endpoints that answer wrongly. */
export type AnswerTo = (headers: Headers, body: Buffer) => number | Promise<number>

/** An endpoint as a partner would write it, with the public library and nothing of ours; keeps what it believed. */
export const libraryPartner = (secret: string) => {
  const webhook = new Webhook(secret)
  const believed: string[] = []
  const answer: AnswerTo = (headers, body) => {
    try {
      webhook.verify(body, { ...headers }, { jsonParse: false })
    } catch {
      return 401
    }
    believed.push(body.toString('utf8'))
    return 204
  }
  /** The kinds of message that never came as they were written down by hand. */
  const missing = (): string[] =>
    Object.entries(expectedBytes)
      .filter(([, bytes]) => !believed.includes(bytes))
      .map(([type]) => type)
  return { answer, missing }
}

const plain = ({ headers }: IncomingMessage): Headers =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )

/** Listens on a free port of this machine. */
export const openPartner = async (answer: AnswerTo) => {
  const server = createServer((request, response) => {
    void buffer(request)
      .then((body) => answer(plain(request), body))
      .then(
        (status) => response.writeHead(status).end(),
        () => response.destroy(),
      )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/top-ranger`,
    close: async (): Promise<void> => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
