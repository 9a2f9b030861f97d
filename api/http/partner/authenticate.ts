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

/**
 * Who sent these bytes, verified before anything of them is read.
 * @throws Trouble `bad_headers` (400), `bad_signature` (401: unknown, unsigned, wrongly signed, stale), `partner_disabled` (403)
 */
export const authenticate = async (
  directory: Directory,
  clock: Clock,
  req: Pick<Request, 'rawHeaders'>,
  { body, binary = false }: Sent,
): Promise<Sender> => {
  const known = await directory.byRef(refOf(req.rawHeaders))
  if (known.length === 0) throw new Trouble('bad_signature')
  const enabled = known.filter(({ partner }) => partner.status === 'enabled')
  if (enabled.length === 0) throw new Trouble('partner_disabled')
  let refused = new Trouble('bad_signature')
  for (const candidate of enabled) {
    const checked = check(candidate, req.rawHeaders, { body, binary }, clock.now())
    if (typeof checked === 'string') return senderOf(candidate.partner, checked)
    refused = checked
  }
  throw refused
}

/** The webhook-id, or why it is not believed. */
const check = (
  { secrets }: Known,
  rawHeaders: readonly string[],
  sent: Sent,
  now: Date,
): string | Trouble => {
  try {
    return verifyWebhook({ rawHeaders, ...sent, secrets, now }).id
  } catch (error) {
    if (!(error instanceof SignatureError)) throw error
    return new Trouble(error.status === 400 ? 'bad_headers' : 'bad_signature')
  }
}

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
