import type { Request } from 'express'
import type { Clock } from '#contracts/runtime/clock.ts'
import { SignatureError } from '#contracts/runtime/security-headers.ts'
import { verifyWebhook } from '#contracts/runtime/signature.ts'
import { Trouble } from '../../trouble.ts'
import { senderOf, type Sender } from '../../usecases/partner/sender.ts'
import type { Directory, Known } from './directory.ts'

/** The bytes as they came; `binary`: they are no text. */
export interface Sent {
  body: Buffer
  binary?: boolean
}

type Told = Pick<Request, 'rawHeaders'>

/**
 * Who sent these bytes, verified before anything of them is read.
 * @throws Trouble `bad_headers` (400), `bad_signature` (401: unknown, unsigned, wrongly signed, stale), `partner_disabled` (403)
 */
export const authenticate = async (
  directory: Directory,
  clock: Clock,
  req: Told,
  sent: Sent,
): Promise<Sender> => {
  const ref = refOf(req.rawHeaders)
  const now = clock.now()
  const found = verified(await directory.byRef(ref), req, sent, now)
  if (!(found instanceof SignatureError)) return found
  // He may have begun to sign with a secret that was added a moment ago.
  const anew = found.code === 'bad_signature' ? await directory.anew(ref) : null
  const again = anew === null ? found : verified(anew, req, sent, now)
  if (!(again instanceof SignatureError)) return again
  throw troubleOf(again)
}

/** The sender among those of this ref whose secrets fit, or why none of them is believed. */
const verified = (
  known: readonly Known[],
  { rawHeaders }: Told,
  { body, binary = false }: Sent,
  now: Date,
): Sender | SignatureError => {
  if (known.length === 0) return new SignatureError('bad_signature')
  const enabled = known.filter(({ partner }) => partner.status === 'enabled')
  if (enabled.length === 0) throw new Trouble('partner_disabled')
  let refused = new SignatureError('bad_signature')
  for (const { partner, secrets } of enabled)
    try {
      const { id, timestamp } = verifyWebhook({ rawHeaders, body, binary, secrets, now })
      return senderOf(partner, id, timestamp)
    } catch (error) {
      if (!(error instanceof SignatureError)) throw error
      refused = error
    }
  return refused
}

const NOTHING = Buffer.alloc(0)

/** What the headers by themselves say against a message; null when only the signature is left to be held against its bytes. */
const faultOfHeaders = ({ rawHeaders }: Told, now: Date): SignatureError | null => {
  try {
    verifyWebhook({ rawHeaders, body: NOTHING, secrets: [], now })
    return null
  } catch (error) {
    if (!(error instanceof SignatureError)) throw error
    return error.code === 'bad_signature' ? null : error
  }
}

/**
 * Whether bytes that are still to come could be believed at all: what a stranger sends, or says at another time, is not read.
 * @throws Trouble as `authenticate` does
 */
export const mayBeRead = async (directory: Directory, clock: Clock, req: Told): Promise<void> => {
  const ref = refOf(req.rawHeaders)
  const held = await directory.byRef(ref)
  const known = held.length > 0 ? held : await directory.anew(ref)
  if (known === null || known.length === 0) throw new Trouble('bad_signature')
  if (known.every(({ partner }) => partner.status !== 'enabled')) throw new Trouble('partner_disabled')
  const fault = faultOfHeaders(req, clock.now())
  if (fault !== null) throw troubleOf(fault)
}

const troubleOf = ({ status }: SignatureError): Trouble =>
  new Trouble(status === 400 ? 'bad_headers' : 'bad_signature')

/** The one `x-partner-ref`: of two, another reader might believe the other. */
const refOf = (rawHeaders: readonly string[]): string => {
  const values = rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'x-partner-ref',
  )
  const [ref] = values
  if (ref === undefined) throw new Trouble('bad_signature')
  if (values.length > 1) throw new Trouble('bad_headers')
  return ref
}
