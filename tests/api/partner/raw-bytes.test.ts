import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { faultsOf } from '../../../local/fuzz/signature/oracle.ts'
import { mutants, type Mutant } from '../../../local/fuzz/signature/mutant.ts'
import {
  ID,
  signedAgain,
  SIGNATURE,
  TIMESTAMP,
  type SignedRequest,
} from '../../../local/fuzz/signature/signed-request.ts'
import { aCity, aPartner, aVolunteer, type PartnerSide } from './city.ts'
import { framings, type Framing } from './framings.ts'
import { anEventId } from './platform-of.ts'
import { serve, type Served } from './served.ts'

const SEED = 20_260_117
const COUNT = 400
const AT_ONCE = 10
let api: Served
let partner: PartnerSide
let ref: string
beforeAll(async () => {
  api = await serve()
  await aCity(api.context)
  partner = await aPartner(api.context, 'sim')
  ref = (await aVolunteer(api.context, partner)).ref
})
afterAll(() => api.close())

/** What is said to these bytes: the status of each answer, until the other side has ended. */
const answersTo = ({ stalls }: Framing, bytes: Buffer): Promise<number[]> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(api.url)
    const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true })
    let text = ''
    socket.setEncoding('latin1')
    socket.on('data', (chunk: string) => {
      text += chunk
    })
    // Whatever ends the connection: what was said before counts.
    socket.on('error', () => socket.destroy())
    socket.on('end', () => socket.end())
    socket.on('close', () =>
      resolve([...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))),
    )
    if (stalls) socket.end(bytes)
    else socket.write(bytes)
  })

/** A line end in a value is another header, and spaces at its ends are none of it: what cannot be written is not sent. */
const canBeWritten = ({ headers }: SignedRequest): boolean =>
  headers.every(([, value]) => value === value.trim() && /^[\t\u0020-\u007e\u0080-\u00ff]*$/.test(value))

/** The mutant as it would be sent to this platform now: our partner, our secret, our day; the rest as it was changed. */
const here = (request: SignedRequest, isSignedAgain: boolean): SignedRequest => {
  const nowS = Math.floor(Date.now() / 1000)
  const shiftS = nowS - Math.floor(request.nowMs / 1000)
  const valueOf = (name: string, value: string): string => {
    if (name.toLowerCase() === 'x-partner-ref') return partner.ref
    if (name.toLowerCase() !== TIMESTAMP || !/^\d{10}$/.test(value)) return value
    return String(Number(value) + shiftS)
  }
  const moved: SignedRequest = {
    ...request,
    secrets: [partner.secret],
    signing: [partner.secret],
    nowMs: nowS * 1000,
    headers: request.headers.map(([name, value]) => [name, valueOf(name, value)]),
  }
  return isSignedAgain ? signedAgain(moved) : moved
}

/** Near the edge of the 300 s the way here would decide. */
const isClear = ({ headers, nowMs }: SignedRequest): boolean =>
  headers.every(([name, value]) => {
    if (name.toLowerCase() !== TIMESTAMP) return true
    return !(Math.abs(Math.abs(Number(value) - nowMs / 1000) - 300) < 60)
  })

it(
  'takes nothing that the oracle calls invalid, whatever the bytes, and never breaks',
  { timeout: 180_000 },
  async () => {
    const names = Object.keys(framings)
    const seen: Record<string, number> = {}
    const wrong: unknown[] = []
    let sent = 0
    const tryOne = async (name: string, { steps }: Mutant, request: SignedRequest): Promise<void> => {
      const framing = framings[name]
      if (framing === undefined) throw new Error(`no framing ${name}`)
      const isValid = faultsOf(request).size === 0
      const answers = await answersTo(framing, framing.write(request))
      for (const status of answers) seen[status] = (seen[status] ?? 0) + 1
      const isBroken = answers.some((status) => status >= 500)
      const isTaken = answers.some((status) => status < 300)
      // What is valid and written as it should be was believed, whatever was then said to its content.
      const isDisbelieved = framing.sound && isValid && answers.some((status) => status === 401)
      if (isBroken || isDisbelieved || (isTaken && !isValid)) wrong.push({ name, steps, answers, isValid })
    }
    const source = mutants(SEED)
    const next = (): { mutant: Mutant; request: SignedRequest } => {
      for (;;) {
        const mutant = source.next().value as Mutant
        const request = here(mutant.request, mutant.signedAgain)
        if (canBeWritten(request) && isClear(request)) return { mutant, request }
      }
    }
    for (let number = 0; number < COUNT; number += AT_ONCE)
      await Promise.all(
        Array.from({ length: AT_ONCE }, (_, place) => {
          const { mutant, request } = next()
          const at = number + place
          // Half of them framed as they should be, the rest in every other way in turn.
          const name = at % 2 === 0 ? 'as it should be' : (names[Math.floor(at / 2) % names.length] ?? '')
          sent += 1
          return tryOne(name, mutant, request)
        }),
      )
    console.log(`${sent} requests as raw bytes, answered:`, seen)
    expect(wrong).toEqual([])
    expect(sent).toBe(COUNT)
  },
)

const genuine = (): SignedRequest => {
  const data = { volunteerRef: ref, duty: 'on' }
  const body = Buffer.from(
    JSON.stringify({ type: 'volunteer.duty_changed', timestamp: '2026-01-17T14:05:01+08:00', data }),
  )
  const nowMs = Date.now()
  const headers: [string, string][] = [
    ['host', 'posko.example'],
    ['content-type', 'application/json'],
    ['x-partner-ref', partner.ref],
    [ID, anEventId()],
    [TIMESTAMP, String(Math.floor(nowMs / 1000))],
    [SIGNATURE, ''],
  ]
  return signedAgain({ headers, body, secrets: [partner.secret], signing: [partner.secret], nowMs })
}

it.each(Object.entries(framings))('of a genuine message, %s', async (_, framing) => {
  const answers = await answersTo(framing, framing.write(genuine()))
  expect(answers.filter((status) => status >= 500)).toEqual([])
  if (framing.sound) expect(answers).toEqual([200])
  else expect(answers.filter((status) => status < 300)).toEqual([])
})
