import { createLogger } from '#contracts/runtime/log.ts'
import { connectMongo } from '#contracts/runtime/mongo.ts'
import { createModels } from '#contracts/store/models.ts'
import { createRounds } from '#contracts/store/rounds.ts'
import { type ReplayOptions, replayOptions, usage } from './config.ts'
import { replayRandom } from './random.ts'
import { replay, type Replayed } from './replay.ts'

const count = (results: readonly Replayed[], result: Replayed['result']): number =>
  results.filter((one) => one.result === result).length

const say = (results: readonly Replayed[]): void => {
  for (const { round, result, parting } of results) {
    if (result === 'equal') continue
    console.log(`${result.toUpperCase()}  ${round}`)
    if (parting) console.log(`  from byte ${parting.at}\n  kept  ${parting.kept}\n  anew  ${parting.anew}`)
  }
  const offers = results.reduce((sum, one) => sum + one.offers, 0)
  const volunteers = results.reduce((most, one) => Math.max(most, one.volunteers), 0)
  console.log(
    `${results.length} rounds: ${count(results, 'equal')} equal to the byte, ${count(results, 'differs')} differ, ` +
      `${count(results, 'not_kept')} not kept; ${offers} offers, up to ${volunteers} volunteers considered`,
  )
}

const replayKept = async ({
  mongoUri,
  round,
}: Extract<ReplayOptions, { of: 'kept' }>): Promise<Replayed[]> => {
  const log = createLogger({ name: 'replay', level: 'error' })
  const connection = await connectMongo({ uri: mongoUri, log, appName: 'replay' })
  try {
    const rounds = createRounds(createModels(connection))
    return await replay(rounds, round === null ? await rounds.ids() : [round])
  } finally {
    await connection.close()
  }
}

/** `npm run replay`: 0 when every plan is the same, 1 when one differs or is not kept, 2 when it could not look. */
const main = async (): Promise<void> => {
  const options = await replayOptions(process.argv.slice(2))
  if (options === null) return console.log(usage)
  const results =
    options.of === 'random' ? replayRandom(options.rounds, options.seed) : await replayKept(options)
  if (options.json) console.log(JSON.stringify(results))
  else say(results)
  process.exitCode = results.every(({ result }) => result === 'equal') ? 0 : 1
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(2)
})
