import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import mongoose from 'mongoose'
import { FORMAT } from './backup.ts'

const { EJSON } = mongoose.mongo.BSON

export interface BackupRow {
  in: string
  doc: Record<string, unknown> & { _id: unknown }
}

const isHeader = (value: Record<string, unknown>): boolean =>
  value['what'] === 'top-ranger backup' && value['format'] === FORMAT

/** Each document of a backup. Throws a sentence when it is no backup, was cut short or was changed. */
export async function* readBackup(file: string): AsyncGenerator<BackupRow> {
  const digest = createHash('sha256')
  const source = createReadStream(file)
  const unpacked = createGunzip()
  source.on('error', (error) => unpacked.destroy(error)).pipe(unpacked)
  let rows = 0
  let isWhole = false
  for await (const text of createInterface({ input: unpacked, crlfDelay: Infinity })) {
    const value = EJSON.parse(text) as Record<string, unknown>
    if (value['sha256'] !== undefined) {
      if (value['rows'] !== rows || value['sha256'] !== digest.digest('hex'))
        throw new Error(`${file} was changed: it is not what was written`)
      isWhole = true
      break
    }
    digest.update(`${text}\n`)
    if ('what' in value) {
      if (!isHeader(value)) throw new Error(`${file} is a backup of a form that this release does not know`)
      continue
    }
    rows += 1
    yield value as unknown as BackupRow
  }
  if (!isWhole) throw new Error(`${file} is not a whole backup`)
}
