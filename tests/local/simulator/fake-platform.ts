import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { PartnerEvent, type PartnerOutcome, Positions } from '#contracts/wire/partner/events.ts'
import { signWebhook, verifyWebhook } from '#contracts/runtime/signature.ts'

export interface Reply {
  status: number
  body: unknown
}
export interface Heard {
  id: string
  partner: string | undefined
  event: PartnerEvent
  /** 1 for the first time, 2 for its repeat. */
  time: number
}

type Rule = (heard: Heard) => Reply | 'hang_up' | undefined

export const ok = (outcome: PartnerOutcome['outcome'], assignmentId?: string): Reply => ({
  status: 200,
  body: { outcome, ...(assignmentId === undefined ? {} : { assignmentId }) },
})
export const problem = (status: number, code: string): Reply => ({
  status,
  body: { type: 'about:blank', title: 'x', titleEn: 'x', status, code, id: 'x' },
})

/** What an obliging platform answers. */
const obliging = ({ event }: Heard): Reply => {
  switch (event.type) {
    case 'offer.accepted':
      return ok('confirmed', `asg-${event.data.offerId}`)
    case 'offer.declined':
      return ok('declined')
    case 'assignment.progressed':
      return ok('applied')
    default:
      return ok('recorded')
  }
}

/** The other side as the simulator sees it: checks every signature with our own strict verifier, answers as told. */
export async function openFakePlatform(secrets: { theirs: string; ours: string }) {
  const heard: Heard[] = []
  const positions: Positions[] = []
  const times = new Map<string, number>()
  let answer: Rule | null = null

  const server = createServer((request, response) => void take(request, response))
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request)
    const { id } = verifyWebhook({
      rawHeaders: request.rawHeaders,
      body,
      secrets: [secrets.theirs],
      now: new Date(),
      // Time is moved by hand here: what was signed days ago was signed just now.
      toleranceS: 7 * 86_400,
    })
    const json: unknown = JSON.parse(body.toString())
    if (request.url === '/partner/v1/positions') {
      const batch = Positions.parse(json)
      positions.push(batch)
      return say(response, { status: 200, body: { taken: batch.positions.length, older: 0, unknown: [] } })
    }
    const time = (times.get(id) ?? 0) + 1
    times.set(id, time)
    const one = {
      id,
      partner: request.headers['x-partner-ref']?.toString(),
      event: PartnerEvent.parse(json),
      time,
    }
    heard.push(one)
    const reply = answer?.(one) ?? obliging(one)
    if (reply === 'hang_up') response.destroy()
    else say(response, reply)
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0

  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    positions,
    of: (type: PartnerEvent['type']) => heard.filter(({ event }) => event.type === type),
    /** Undefined from the rule: the obliging answer. */
    answers: (rule: Rule) => {
      answer = rule
    },
    /** Signs and posts to the simulator's webhook; answers the status. */
    post: async (simulatorPort: number, id: string, body: string, secret = secrets.ours) => {
      const bytes = Buffer.from(body)
      const timestamp = Math.floor(Date.now() / 1000)
      const response = await fetch(`http://127.0.0.1:${simulatorPort}/top-ranger/webhook`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...signWebhook({ id, timestamp, body: bytes, secrets: [secret] }),
        },
        body: bytes,
      })
      return response.status
    },
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

const say = (response: ServerResponse, { status, body }: Reply): void => {
  response.writeHead(status, {
    'content-type': status === 200 ? 'application/json' : 'application/problem+json',
  })
  response.end(JSON.stringify(body))
}
