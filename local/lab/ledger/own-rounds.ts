import { existsSync } from 'node:fs'
import { createLogger } from '#contracts/runtime/log.ts'
import { connectMongo } from '#contracts/runtime/mongo.ts'
import type { KeptRound } from '#contracts/store/documents.ts'
import { createModels } from '#contracts/store/models.ts'
import { createRounds, textsOf } from '#contracts/store/rounds.ts'
import { inputFrom } from '../../../worker/matching/kept.ts'
import type { RoundInput } from '../../../worker/matching/types.ts'
import { readBackup } from '../../backup/read-backup.ts'

async function* ofBackup(file: string): AsyncGenerator<RoundInput> {
  for await (const row of readBackup(file)) {
    if (row.in !== 'rounds') continue
    const { packs } = row.doc as unknown as KeptRound
    if (packs !== null) yield inputFrom((await textsOf(packs)).input)
  }
}

async function* ofDatabase(uri: string): AsyncGenerator<RoundInput> {
  const connection = await connectMongo({
    uri,
    log: createLogger({ name: 'lab', level: 'error' }),
    appName: 'lab',
  })
  try {
    const rounds = createRounds(createModels(connection))
    for (const id of await rounds.ids()) {
      const kept = await rounds.read(id)
      if (kept !== null) yield inputFrom(kept.input)
    }
  } finally {
    await connection.close()
  }
}

/** What the rounds of an agency were decided from, the oldest first: a MongoDB address, or a file of `npm run backup`. */
export const ownRounds = (from: string): AsyncGenerator<RoundInput> =>
  existsSync(from) ? ofBackup(from) : ofDatabase(from)
