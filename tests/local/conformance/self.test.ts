import { Webhook } from 'standardwebhooks'
import { expect, it } from 'vitest'
import type { AnswerTo } from '../../../local/conformance/self/partner.ts'
import { runSelf } from '../../../local/conformance/self/run.ts'

const quiet = (): void => {}
const failed = async (planted: (secret: string, sound: AnswerTo) => AnswerTo): Promise<string[]> =>
  (await runSelf(quiet, planted)).filter(({ finding }) => finding !== null).map(({ name }) => name)

it('is all green against an endpoint written with the public library and bytes written by hand', async () => {
  const results = await runSelf(quiet)
  expect(results.filter(({ finding }) => finding !== null)).toEqual([])
  expect(results.length).toBeGreaterThan(25)
})

/** An endpoint with a mistake, and what the checklist says about it. */
const mistakes: Record<string, [(secret: string, sound: AnswerTo) => AnswerTo, string[]]> = {
  'believes everything': [
    () => () => 200,
    [
      'refuses a wrong signature',
      'refuses a signature made with another secret',
      'refuses a body that was changed after it was signed',
      'refuses an id that was changed after it was signed',
      'refuses a time that was changed after it was signed',
      'refuses what was signed ten minutes ago, or in ten minutes',
      'refuses a message without one of the three headers',
      'refuses a signature of a version that it does not know, alone',
    ],
  ],
  'writes the JSON anew before it verifies': [
    (_, sound) => (headers, body) => {
      try {
        return sound(headers, Buffer.from(JSON.stringify(JSON.parse(body.toString()))))
      } catch {
        return 400
      }
    },
    [
      'verifies the bytes and not what it reads in them',
      'refuses a body that was changed after it was signed',
    ],
  ],
  'says 409 to a repeat': [
    (_, sound) => {
      const seen = new Set<string>()
      return async (headers, body) => {
        const status = await sound(headers, body)
        const id = headers['webhook-id'] ?? ''
        if (status === 204 && seen.has(id)) return 409
        if (status === 204) seen.add(id)
        return status
      }
    },
    ['takes a repeat: the same id and bytes, signed anew', 'takes the same message five times at once'],
  ],
  'refuses what it does not know': [
    (_, sound) => (headers, body) =>
      body.includes('later.added') || body.includes('"later"') ? 422 : sound(headers, body),
    ['takes a field that it does not know', 'takes a message type that it does not know'],
  ],
  redirects: [() => () => 302, ['takes ping', 'refuses a wrong signature']],
  'breaks on a bad signature': [
    (_, sound) => async (headers, body) => ((await sound(headers, body)) === 401 ? 500 : 204),
    ['refuses a wrong signature', 'refuses a message without one of the three headers'],
  ],
  'does not look at the time': [
    (secret) => {
      const webhook = new Webhook(secret)
      return (headers, body) => {
        const {
          'webhook-id': id = '',
          'webhook-timestamp': time = '',
          'webhook-signature': list = '',
        } = headers
        const expected = webhook.sign(id, new Date(Number(time) * 1000), body)
        return list.split(' ').includes(expected) ? 200 : 401
      }
    },
    ['refuses what was signed ten minutes ago, or in ten minutes'],
  ],
}

it.each(Object.entries(mistakes))('sees an endpoint that %s', async (_, [planted, expected]) => {
  expect(await failed(planted)).toEqual(expect.arrayContaining(expected))
})
