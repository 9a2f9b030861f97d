import { signWebhook } from '#contracts/runtime/signature.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { Delivery } from '#contracts/store/documents.ts'

/** The bytes of a message, the same at every attempt. */
const bodyOf = ({ type, createdAt, data }: Delivery): Uint8Array =>
  Buffer.from(JSON.stringify({ type, timestamp: createdAt, data }))

/** One attempt: the bytes and the id stay, time and signature are new. */
export const signed = (
  delivery: Delivery,
  secrets: readonly string[],
  now: Instant,
): { headers: Record<string, string>; body: Uint8Array } => {
  const body = bodyOf(delivery)
  const timestamp = Math.floor(Date.parse(now) / 1000)
  return { body, headers: signWebhook({ id: delivery.webhookId, timestamp, body, secrets }) }
}
