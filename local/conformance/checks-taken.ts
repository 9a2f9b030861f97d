import { randomBytes } from 'node:crypto'
import { newSecret } from '#contracts/runtime/secret.ts'
import { taken, worst, type Check } from './check.ts'
import { bodyOf, deliveryTypes } from './messages.ts'

const AT_ONCE = 20
/** Ping comes first: without it nothing else is worth trying. */
const types = deliveryTypes.toSorted((a, b) => Number(b === 'ping') - Number(a === 'ping'))

/** Puts another signature before the one that fits. */
const beside = (entry: string) => (headers: Record<string, string>) => ({
  ...headers,
  'webhook-signature': `${entry} ${headers['webhook-signature'] ?? ''}`,
})

/** Each kind of message, as it is. */
const messages = types.map((type): Check => ({
  name: `takes ${type}`,
  why:
    type === 'ping'
      ? 'Without an answer to a ping your address is not used.'
      : 'It comes again and again, then dies.',
  run: async ({ send, newId }) => taken(await send({ id: newId(), body: bodyOf(type) })),
}))

/** What must be taken although it looks unusual. */
const unusual: Check[] = [
  {
    name: 'takes a drill',
    why: 'Sandbox partners get drills: `drill` is true, everything else is as in earnest.',
    run: async ({ send, newId }) =>
      taken(await send({ id: newId(), body: bodyOf('offer.created', { drill: true }) })),
  },
  {
    name: 'takes a repeat: the same id and bytes, signed anew',
    why: 'Your first answer may be lost on its way; with a "no" to the repeat we would go on trying.',
    run: async ({ send, newId }) => {
      const message = { id: newId(), body: bodyOf('offer.created') }
      return worst([
        taken(await send({ ...message, shiftS: -2 })),
        taken(await send(message)),
        taken(await send(message)),
      ])
    },
  },
  {
    name: 'takes the same message five times at once',
    why: 'An attempt that timed out may still be under way when the next one comes.',
    run: async ({ send, newId }) => {
      const message = { id: newId(), body: bodyOf('assignment.confirmed') }
      return worst((await Promise.all(Array.from({ length: 5 }, () => send(message)))).map(taken))
    },
  },
  {
    name: 'takes a withdrawal before its offer',
    why: 'Messages overtake each other. An offer that comes after its withdrawal is no offer.',
    run: async ({ send, newId }) => {
      const offerId = `of_${newId()}`
      const withdrawn = await send({ id: newId(), body: bodyOf('offer.withdrawn', { offerId }) })
      const created = await send({ id: newId(), body: bodyOf('offer.created', { offerId }) })
      return worst([taken(withdrawn), taken(created)])
    },
  },
  {
    name: 'takes a message signed with two secrets',
    why: 'While a secret is rotated we sign with the old and the new one; yours may be either.',
    run: async ({ send, newId }) => {
      const other = newSecret(randomBytes)
      const body = bodyOf('ping')
      const wrong = `v1,${randomBytes(32).toString('base64')}`
      return worst([
        taken(await send({ id: newId(), body, change: beside(wrong) })),
        taken(await send({ id: newId(), body, change: beside(`v1a,${other.slice(6)}`) })),
      ])
    },
  },
  {
    name: 'verifies the bytes and not what it reads in them',
    why: 'A signature over JSON that was written anew fails at the first space, accent or escape.',
    run: async ({ send, newId }) => {
      const data = `{ "note" : "Oé\\u00e9 🙏 Kelapa\\/Lima",\n "n": 1.0 }`
      const body = `{"type":"ping", "timestamp":"2026-01-17T06:05:00.000Z", "data":${data}}\n`
      return taken(await send({ id: newId(), body }))
    },
  },
  {
    name: 'takes a field that it does not know',
    why: 'We add fields without asking; whoever refuses them stops working that day.',
    run: async ({ send, newId }) => {
      const { data, ...rest } = JSON.parse(bodyOf('offer.created')) as { data: object }
      const body = JSON.stringify({ ...rest, data: { ...data, later: { added: true } } })
      return taken(await send({ id: newId(), body }))
    },
  },
  {
    name: 'takes a message type that it does not know',
    why: 'We add types. Take them and do nothing: a "no" would be tried again for a day.',
    run: async ({ send, newId }) => {
      const body = '{"type":"later.added","timestamp":"2026-01-17T06:05:00.000Z","data":{}}'
      return taken(await send({ id: newId(), body }))
    },
  },
  {
    name: 'takes a message signed four minutes ago',
    why: 'Clocks differ and networks are slow: 300 s either way are in order.',
    run: async ({ send, newId }) =>
      worst([
        taken(await send({ id: newId(), body: bodyOf('ping'), shiftS: -240 })),
        taken(await send({ id: newId(), body: bodyOf('ping'), shiftS: 240 })),
      ]),
  },
  {
    name: `takes ${AT_ONCE} messages at once, each within 5 s`,
    why: 'A cyclone asks many of your drivers in one second. Answer first, work afterwards.',
    run: async ({ send, newId }) => {
      const all = Array.from({ length: AT_ONCE }, () => send({ id: newId(), body: bodyOf('offer.created') }))
      return worst((await Promise.all(all)).map(taken))
    },
  },
]

export const takenChecks: readonly Check[] = [...messages, ...unusual]
