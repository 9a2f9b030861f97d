import { createHash } from 'node:crypto'
import { open, rename } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import mongoose from 'mongoose'
import { inOrder } from './order.ts'
import { wholePrefix } from './whole-prefix.ts'

export const FORMAT = 1
const { EJSON } = mongoose.mongo.BSON

async function* documents(db: mongoose.mongo.Db, name: string): AsyncGenerator<object> {
  if (name !== 'facts') yield* db.collection(name).find({})
  else
    for (const agencyId of await db.collection(name).distinct('agencyId')) {
      const upTo = await wholePrefix(db, String(agencyId))
      yield* db
        .collection(name)
        .find({ agencyId, seq: { $lte: upTo } })
        .sort({ seq: 1 })
    }
}

/**
 * Writes everything that a platform knows into one file, while it is at work. The file holds personal data and password
 * hashes: it is readable by its owner only, and belongs in a locked place. It has its final name only when it is whole.
 * Returns how many documents it holds. Rejects when MongoDB or the disk fails.
 */
export const backup = async (
  db: mongoose.mongo.Db,
  file: string,
  at: Date,
): Promise<{ rows: number; collections: number }> => {
  const digest = createHash('sha256')
  let rows = 0
  const names = inOrder((await db.listCollections().toArray()).map(({ name }) => name))

  const line = (value: object): string => {
    const text = `${EJSON.stringify(value, { relaxed: false })}\n`
    digest.update(text)
    return text
  }
  async function* lines(): AsyncGenerator<string> {
    yield line({ what: 'top-ranger backup', format: FORMAT, at: at.toISOString() })
    for (const name of names)
      for await (const doc of documents(db, name)) {
        rows += 1
        yield line({ in: name, doc })
      }
    yield `${JSON.stringify({ rows, sha256: digest.digest('hex') })}\n`
  }

  const partial = `${file}.partial`
  const handle = await open(partial, 'w', 0o600)
  await pipeline(Readable.from(lines()), createGzip(), handle.createWriteStream({ flush: true }))
  await rename(partial, file)
  return { rows, collections: names.length }
}
