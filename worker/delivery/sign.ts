import { signWebhook } from '#contracts/runtime/signature.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { Delivery } from '#contracts/store/documents.ts'

/** The bytes of a message, the same at every attempt. */
export const bodyOf = ({ type, createdAt, data }: Delivery): Uint8Array =>
  Buffer.from(JSON.stringify({ type, timestamp: createdAt, data }))

/** The security headers of one attempt: the id stays, time and signature are new. */
export const signedHeaders = (
  { webhookId }: Delivery,
  body: Uint8Array,
  secrets: readonly string[],
  now: Instant,
): Record<string, string> =>
  signWebhook({ id: webhookId, timestamp: Math.floor(Date.parse(now) / 1000), body, secrets })
