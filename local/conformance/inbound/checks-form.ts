import { randomBytes } from 'node:crypto'
import { worst, type Finding } from '../check.ts'
import { awaited, no, type Ground, type InboundCheck } from './bench.ts'
import { eventBytes } from './bytes.ts'

const duty = ({ names }: Ground): string => eventBytes(names)['volunteer.duty_changed']
const MOST_BYTES = 65_536

/** Leaves one header out. */
const without = (name: string) => (headers: Record<string, string>) => ({ ...headers, [name]: undefined })

/** The time with a fraction: it is to be whole seconds. */
const inMs = (headers: Record<string, string>) => ({
  ...headers,
  'webhook-timestamp': `${headers['webhook-timestamp']}.5`,
})

const at = (shiftS: number): string => new Date(Date.now() + shiftS * 1000).toISOString()

/** A body of this many bytes that is in order but for its length. */
const ofLength = (ground: Ground, bytes: number): string => {
  const body = eventBytes(ground.names)['message.received']
  return body + ' '.repeat(bytes - Buffer.byteLength(body))
}

const rotated = async ({ foreign, foreignId, foreignSecret, admin }: Ground): Promise<Finding> => {
  const params = { id: foreignId }
  const signedWith = async (secret: string): Promise<number> =>
    (await foreign.say('', { path: '/offers?state=open', method: 'GET', secret })).status
  const { secrets } = await admin.call('getPartner', { params, query: {} })
  const old = secrets.find(({ direction }) => direction === 'in')
  const made = await admin.call('rotateSecret', { params, body: { direction: 'in' } })
  const fresh = made.shown[0]?.secret ?? ''
  await awaited('the new secret counts', async () => ((await signedWith(fresh)) === 200 ? true : null))
  const both =
    (await signedWith(foreignSecret)) === 200 ? null : 'the old secret counts no longer while rotating'
  await admin.call('retireSecret', { params: { id: foreignId, secretId: old?.secretId ?? '' }, body: {} })
  await awaited('the old secret ends', async () => ((await signedWith(foreignSecret)) === 401 ? true : null))
  return worst([both, (await signedWith(fresh)) === 200 ? null : 'the new secret does not count'])
}

const fix = (ref: string, shiftS: number): string =>
  `{"volunteerRef":"${ref}","lat":-10.1637,"lng":123.6291,"accuracyM":12,"at":"${at(shiftS)}"}`

/** What is no message at all, and what is not believed. */
export const formChecks: readonly InboundCheck[] = [
  {
    name: 'a body of 65,536 bytes is read, one of 65,537 is too large',
    why: 'The limits are published: whoever keeps them is heard.',
    run: async (ground) => {
      const within = await ground.ours.say(ofLength(ground, MOST_BYTES))
      return worst([
        within.status === 413 ? 'refused at the limit' : null,
        no(await ground.ours.say(ofLength(ground, MOST_BYTES + 1)), 413, 'too_large'),
      ])
    },
  },
  {
    name: 'another content type is refused with 415, another method with 405, another path with 404',
    why: 'A "no" that says what is wrong saves you a call.',
    run: async (ground) => {
      const { ours } = ground
      const get = await ours.say('', { method: 'GET' })
      const put = await ours.say(duty(ground), { method: 'PUT' })
      const path = await ours.say(duty(ground), { path: '/event' })
      return worst([
        no(await ours.say(duty(ground), { type: 'text/plain' }), 415, 'unsupported_type'),
        get.status === 405 ? null : `GET: ${get.status}`,
        put.status === 405 ? null : `PUT: ${put.status}`,
        path.status === 404 ? null : `another path: ${path.status}`,
      ])
    },
  },
  {
    name: 'what cannot be read, is of an unknown type or has a wrong field is refused with 400, which names it',
    why: 'Mend it and send it under a new id.',
    run: async (ground) => {
      const { ours } = ground
      const wrongField = await ours.say(duty(ground).replace('"duty":"on"', '"duty":"sleeping"'))
      return worst([
        no(await ours.say('no JSON'), 400, 'malformed'),
        no(await ours.say(duty(ground).replace('duty_changed', 'vanished')), 400, 'invalid'),
        no(await ours.say(duty(ground).replace('"duty"', '"extra":1,"duty"')), 400, 'invalid'),
        no(wrongField, 400, 'invalid'),
        wrongField.text.includes('data.duty') ? null : `does not name the field: ${wrongField.text}`,
      ])
    },
  },
  {
    name: 'what is not signed by the partner, or not now, is not believed',
    why: 'Anybody could answer for your drivers.',
    run: async (ground) => {
      const { ours } = ground
      const body = duty(ground)
      const other = `whsec_${randomBytes(32).toString('base64')}`
      const findings = [
        no(await ours.say(body, { secret: other }), 401, 'bad_signature'),
        no(await ours.say(body, { shiftS: -600 }), 401, 'bad_signature'),
        no(await ours.say(body, { shiftS: 600 }), 401, 'bad_signature'),
        no(await ours.say(body, { ref: 'nobody' }), 401, 'bad_signature'),
      ]
      for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature']) {
        const { status } = await ours.say(body, { change: without(name) })
        findings.push([400, 401].includes(status) ? null : `without ${name}: ${status}`)
      }
      findings.push(no(await ours.say(body, { change: inMs }), 400, 'bad_headers'))
      return worst(findings)
    },
  },
  {
    name: 'while a secret is rotated the old and the new one count, then the new one alone',
    why: 'You change over without losing a message.',
    run: rotated,
  },
  {
    name: 'positions: the latest counts, an older one does not, an unknown driver is named',
    why: 'Whoever is near is asked; an old place sends the wrong one.',
    run: async ({ ours, names }) => {
      const send = (fixes: string) => ours.say(`{"positions":[${fixes}]}`, { path: '/positions' })
      const first = await send(`${fix(names.driver, -5)},${fix('nobody', -5)}`)
      const older = await send(fix(names.driver, -60))
      return worst([
        first.text === '{"taken":1,"older":0,"unknown":["nobody"]}' ? null : `first: ${first.text}`,
        older.text === '{"taken":0,"older":1,"unknown":[]}' ? null : `older: ${older.text}`,
      ])
    },
  },
]
