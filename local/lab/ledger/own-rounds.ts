import { existsSync } from 'node:fs'
import { createLogger } from '#contracts/runtime/log.ts'
import { connectMongo } from '#contracts/runtime/mongo.ts'
import type { KeptRound } from '#contracts/store/documents.ts'
import { createModels } from '#contracts/store/models.ts'
import { createRounds, type Rounds, textsOf } from '#contracts/store/rounds.ts'
import { inputFrom } from '../../../worker/matching/kept.ts'
import type { RoundInput } from '../../../worker/matching/types.ts'
import { readBackup } from '../../backup/read-backup.ts'

async function* roundsOf(file: string): AsyncGenerator<KeptRound> {
  for await (const row of readBackup(file)) if (row.in === 'rounds') yield row.doc as unknown as KeptRound
}

/** The agency that is meant; nobody has to name the only one. Throws a sentence with those there are. */
export const agencyOf = (wanted: string | null, known: readonly string[]): string | null => {
  if (wanted !== null || known.length < 2) return wanted ?? known[0] ?? null
  throw new Error(
    `Rounds of several agencies are kept there: say --agency with one of ${known.toSorted().join(', ')}.`,
  )
}

async function* ofBackup(file: string, wanted: string | null): AsyncGenerator<RoundInput> {
  const known = new Set<string>()
  for await (const { agencyId } of roundsOf(file)) known.add(agencyId)
  const agency = agencyOf(wanted, [...known])
  for await (const { packs, agencyId } of roundsOf(file))
    if (packs !== null && agencyId === agency) yield inputFrom((await textsOf(packs)).input)
}

/** Those of one agency in the database. */
export async function* keptOf(
  rounds: Pick<Rounds, 'agencies' | 'ids' | 'read'>,
  wanted: string | null,
): AsyncGenerator<RoundInput> {
  const agency = agencyOf(wanted, await rounds.agencies())
  if (agency === null) return
  for (const id of await rounds.ids(agency)) {
    const kept = await rounds.read(id)
    if (kept !== null) yield inputFrom(kept.input)
  }
}

async function* ofDatabase(uri: string, wanted: string | null): AsyncGenerator<RoundInput> {
  const log = createLogger({ name: 'lab', level: 'error' })
  const connection = await connectMongo({ uri, log, appName: 'lab' })
  try {
    yield* keptOf(createRounds(createModels(connection)), wanted)
  } finally {
    await connection.close()
  }
}

/**
 * What the rounds of one agency were decided from, the oldest first: a MongoDB address, or a file of `npm run backup`.
 * `agency` null: the only one there is.
 */
export const ownRounds = (from: string, agency: string | null): AsyncGenerator<RoundInput> =>
  existsSync(from) ? ofBackup(from, agency) : ofDatabase(from, agency)
