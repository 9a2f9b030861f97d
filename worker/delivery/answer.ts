import type { Readable } from 'node:stream'
import { scrubText } from '#contracts/runtime/scrub.ts'

/** More than this of an answer is not read: the connection is given up instead. */
export const MOST_ANSWER_BYTES = 65_536
/** So much of it is kept for whoever looks for a fault. */
const KEPT_BYTES = 2048

/**
 * Reads an answer to 64 kB at most, as it came: nothing is unpacked. Never rejects: the status is the answer, and whoever
 * drips or floods the rest loses the connection and nothing else. Returns how it begins, without phone numbers and secrets.
 */
export const readAnswer = async (body: Readable): Promise<string> => {
  const kept: Buffer[] = []
  let read = 0
  try {
    for await (const chunk of body) {
      if (!(chunk instanceof Uint8Array)) break
      if (read < KEPT_BYTES) kept.push(Buffer.from(chunk).subarray(0, KEPT_BYTES - read))
      read += chunk.length
      if (read >= MOST_ANSWER_BYTES) break
    }
  } catch {
    // Cut off by the other side or by the deadline: what there is will do.
  }
  const text = Buffer.concat(kept).toString('utf8')
  return scrubText(text.replaceAll(/[\p{Cc}\ufffd]+/gu, ' '))
}
