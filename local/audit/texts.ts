import { createHash } from 'node:crypto'
import type { Accuse, FactRow, TextRow } from './shapes.ts'

/** Every text that these data name together with its digest, however deep. */
const namedIn = (data: unknown, name: (textId: string, digest: string) => void): void => {
  if (typeof data !== 'object' || data === null) return
  const { textId, digest } = data as { textId?: unknown; digest?: unknown }
  if (typeof textId === 'string' && typeof digest === 'string') name(textId, digest)
  for (const inner of Object.values(data)) namedIn(inner, name)
}

/**
 * What people wrote lies beside the ledger, so that it can be erased; it cannot be edited unseen where its fact names the
 * digest. A text that its fact names by its id alone is held against the digest that lies with it.
 */
export const createTextCheck = (accuse: Accuse) => {
  const digests = new Map<string, string>()
  return {
    step: ({ data }: FactRow): void => namedIn(data, (textId, digest) => void digests.set(textId, digest)),
    /** To be called after the last fact. Returns how many there were. */
    hold: async (texts: AsyncIterable<TextRow>): Promise<number> => {
      let held = 0
      for await (const { _id, body, digest } of texts) {
        held += 1
        if (createHash('sha256').update(body).digest('hex') !== (digests.get(_id) ?? digest))
          accuse({ law: 'I13', subject: _id, what: 'is another text than was written' })
      }
      return held
    },
  }
}
