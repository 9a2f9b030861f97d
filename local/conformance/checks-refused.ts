import { randomBytes } from 'node:crypto'
import { newSecret } from '#contracts/runtime/secret.ts'
import { refused, worst, type Check } from './check.ts'
import { bodyOf } from './messages.ts'

const body = bodyOf('offer.created')
const why = 'Anybody could send your drivers into the flood.'

/** Leaves one header out. */
const without = (name: string) => (headers: Record<string, string>) => ({ ...headers, [name]: undefined })

const otherVersion = (headers: Record<string, string>) => ({
  ...headers,
  'webhook-signature': (headers['webhook-signature'] ?? '').replace('v1,', 'v9,'),
})

/** What must not be believed, whatever it says. */
export const refusedChecks: readonly Check[] = [
  {
    name: 'refuses a wrong signature',
    why,
    run: async ({ send, newId }) => {
      const signature = `v1,${randomBytes(32).toString('base64')}`
      const change = (headers: Record<string, string>) => ({ ...headers, 'webhook-signature': signature })
      return refused(await send({ id: newId(), body, change }))
    },
  },
  {
    name: 'refuses a signature made with another secret',
    why,
    run: async ({ send, newId }) =>
      refused(await send({ id: newId(), body, secrets: [newSecret(randomBytes)] })),
  },
  {
    name: 'refuses a body that was changed after it was signed',
    why,
    run: async ({ send, newId }) =>
      worst([
        refused(await send({ id: newId(), body, instead: body.replace('driver-0007', 'driver-0008') })),
        refused(await send({ id: newId(), body, instead: `${body} ` })),
      ]),
  },
  {
    name: 'refuses an id that was changed after it was signed',
    why: 'One genuine message could be played to you again and again under new ids.',
    run: async ({ send, newId }) => {
      const change = (headers: Record<string, string>) => ({ ...headers, 'webhook-id': newId() })
      return refused(await send({ id: newId(), body, change }))
    },
  },
  {
    name: 'refuses a time that was changed after it was signed',
    why: 'An old message could be made young again.',
    run: async ({ send, newId }) => {
      const fresh = String(Math.floor(Date.now() / 1000))
      const change = (headers: Record<string, string>) => ({ ...headers, 'webhook-timestamp': fresh })
      return refused(await send({ id: newId(), body, shiftS: -3600, change }))
    },
  },
  {
    name: 'refuses what was signed ten minutes ago, or in ten minutes',
    why: 'Whoever once heard a message could say it again tomorrow.',
    run: async ({ send, newId }) =>
      worst([
        refused(await send({ id: newId(), body, shiftS: -600 })),
        refused(await send({ id: newId(), body, shiftS: 600 })),
      ]),
  },
  {
    name: 'refuses a message without one of the three headers',
    why,
    run: async ({ send, newId }) => {
      const findings = []
      for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature'])
        findings.push(refused(await send({ id: newId(), body, change: without(name) })))
      return worst(findings)
    },
  },
  {
    name: 'refuses a signature of a version that it does not know, alone',
    why,
    run: async ({ send, newId }) => {
      return refused(await send({ id: newId(), body, change: otherVersion }))
    },
  },
]
