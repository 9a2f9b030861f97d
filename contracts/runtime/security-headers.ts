/** Why a webhook is not believed, and the status that says so. */
const STATUS = {
  missing_header: 401,
  duplicate_header: 400,
  malformed_header: 400,
  bad_timestamp: 400,
  invalid_utf8: 400,
  stale: 401,
  bad_signature: 401,
} as const

export type SignatureCode = keyof typeof STATUS

export class SignatureError extends Error {
  readonly code: SignatureCode
  readonly status: 400 | 401

  constructor(code: SignatureCode) {
    super(`the webhook is not authentic: ${code}`)
    this.name = 'SignatureError'
    this.code = code
    this.status = STATUS[code]
  }
}

export type SecurityHeader = 'webhook-id' | 'webhook-timestamp' | 'webhook-signature'

export interface SecurityHeaders {
  id: string
  timestamp: string
  signature: string
}

/**
 * Reads the three security headers from raw headers (names and values in turn, any case). Each must be there
 * exactly once: Node joins or drops doubles silently, and another reader might pick another one.
 *
 * - `webhook-id`: 1 to 128 visible ASCII characters without `.`, which delimits the signed content: with it two
 *   different messages could share a signature.
 * - `webhook-timestamp`: whole unix seconds, without sign, fraction or leading zero.
 * - `webhook-signature`: visible ASCII and single spaces, at most 1,024 characters.
 */
export function securityHeaders(rawHeaders: readonly string[]): SecurityHeaders {
  const id = only(rawHeaders, 'webhook-id')
  const timestamp = only(rawHeaders, 'webhook-timestamp')
  const signature = only(rawHeaders, 'webhook-signature')
  if (!/^[!-\-/-~]{1,128}$/.test(id)) throw new SignatureError('malformed_header')
  if (!/^[1-9]\d{0,10}$/.test(timestamp)) throw new SignatureError('bad_timestamp')
  if (signature.length > 1024 || !/^[!-~]+(?: [!-~]+)*$/.test(signature)) {
    throw new SignatureError('malformed_header')
  }
  return { id, timestamp, signature }
}

function only(rawHeaders: readonly string[], name: SecurityHeader): string {
  const values = rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name,
  )
  const [value] = values
  if (value === undefined) throw new SignatureError('missing_header')
  if (values.length > 1) throw new SignatureError('duplicate_header')
  return value
}
