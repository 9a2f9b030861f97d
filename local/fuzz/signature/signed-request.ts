import type { Random } from '../../simulator/random.ts'
import { pick } from '../../simulator/random.ts'
import { eventExample, eventExamples } from '#contracts/wire/partner/examples-in.ts'
import type { PartnerEventType } from '#contracts/wire/partner/events.ts'
import { encoded, signatureOf } from './reference.ts'

/** One request as a verifier gets it: names and values as they were said, and the bytes. */
export interface SignedRequest {
  headers: [name: string, value: string][]
  body: Buffer
  /** Those that count at the receiver. */
  secrets: string[]
  /** Those that the sender signs with. */
  signing: string[]
  nowMs: number
}

export const ID = 'webhook-id'
export const TIMESTAMP = 'webhook-timestamp'
export const SIGNATURE = 'webhook-signature'

/** A day on which every run is played, so that a seed is enough to see a mutant again. */
const DAY_MS = Date.UTC(2026, 0, 17, 6, 5, 1, 250)
const bodies = (Object.keys(eventExamples) as PartnerEventType[]).map((type) =>
  Buffer.from(JSON.stringify(eventExample(type))),
)

export const secretFrom = (random: Random): string => {
  const size = pick(random, [24, 32, 32, 32, 64])
  return `whsec_${encoded(Uint8Array.from({ length: size }, () => Math.floor(random() * 256)))}`
}

/** The first value of a header, whatever the case of its name; empty when it is not there. */
export const first = ({ headers }: SignedRequest, name: string): string =>
  headers.find(([given]) => given.toLowerCase() === name)?.[1] ?? ''

/** Replaces the value of each header of this name. */
export const withValue = (request: SignedRequest, name: string, value: string): SignedRequest => ({
  ...request,
  headers: request.headers.map(([given, old]) => [given, given.toLowerCase() === name ? value : old]),
})

/** Signs what now stands in the headers and the body, with everything that the sender signs with. */
export const signedAgain = (request: SignedRequest): SignedRequest => {
  const [id, timestamp] = [first(request, ID), first(request, TIMESTAMP)]
  const signatures = request.signing.map((secret) => signatureOf(secret, id, timestamp, request.body))
  return withValue(request, SIGNATURE, signatures.join(' '))
}

/** A genuine event of a partner, some seconds old, now and then signed with two secrets. */
export const genuine = (random: Random, pool: readonly string[]): SignedRequest => {
  const [mine, other] = [pick(random, pool), pick(random, pool)]
  const rotating = random() < 0.25
  const seconds = Math.floor(DAY_MS / 1000) - Math.floor(random() * 240)
  const id = `msg_${Math.floor(random() * 2 ** 48).toString(36)}`
  return signedAgain({
    headers: [
      ['host', 'posko.example'],
      ['content-type', 'application/json'],
      ['x-partner-ref', 'ojek-contoh'],
      [ID, id],
      [TIMESTAMP, String(seconds)],
      [SIGNATURE, ''],
    ],
    body: pick(random, bodies),
    secrets: rotating ? [mine, other] : [mine],
    signing: rotating && random() < 0.5 ? [mine, other] : [mine],
    nowMs: DAY_MS,
  })
}
