import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { Instant } from '#contracts/domain/instant.ts'

const Anchor = z.object({ at: Instant, agencyId: z.string(), seq: z.int(), hash: z.string() })

export interface Anchors {
  hashes: ReadonlyMap<number, string>
  last: { at: string; seq: number } | null
}

/**
 * What the worker wrote outside the database about one agency: one line of JSON a minute. Null: no file is configured, or
 * none has been written yet. Rejects when it is there and cannot be read, or holds something else.
 */
export const readAnchors = async (file: string | null, agencyId: string): Promise<Anchors | null> => {
  if (file === null) return null
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  // The last line may be half written at this moment.
  const lines = text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
  const mine = lines.map((line) => Anchor.parse(JSON.parse(line))).filter((one) => one.agencyId === agencyId)
  const last = mine.at(-1)
  return {
    hashes: new Map(mine.map(({ seq, hash }) => [seq, hash])),
    last: last === undefined ? null : { at: last.at, seq: last.seq },
  }
}
