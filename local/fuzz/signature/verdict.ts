import { SignatureError } from '#contracts/runtime/security-headers.ts'
import { verifyWebhook } from '#contracts/runtime/signature.ts'
import type { SignedRequest } from './signed-request.ts'

/** What a verifier says: null, it believes; else the code and the status of its refusal. */
export type Verdict = { code: string; status: number } | null
export type Verifier = (request: SignedRequest) => Verdict

/** The verifier of the platform. Anything but a refusal that it throws is a fault of its own. */
export const ours: Verifier = ({ headers, body, secrets, nowMs }) => {
  try {
    verifyWebhook({ rawHeaders: headers.flat(), body, secrets, now: new Date(nowMs) })
    return null
  } catch (error) {
    if (!(error instanceof SignatureError)) throw error
    return { code: error.code, status: error.status }
  }
}
