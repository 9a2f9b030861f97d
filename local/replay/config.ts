import { parseArgs } from 'node:util'
import { localUrl } from '../audit/config.ts'

export type ReplayOptions = { json: boolean } & (
  | {
      of: 'kept'
      mongoUri: string
      /** Null: every round that is kept. */
      round: string | null
    }
  | { of: 'random'; rounds: number; seed: number }
)

export const usage = `npm run replay -- [options]
  --round ID    decides this round again from what was kept of it, and compares to the byte (an offer names its round)
  --all         every round that is kept
  --random N    N rounds of invented cities instead: planned, kept as text and decided again (--seed S, the first of N seeds)
  --mongo URL   MongoDB address with the database's name (default: MONGODB_URI, else the local city that runs)
  --json        the result as JSON
  --help        this text
Reads only. Ends with 1 when a plan differs.`

/** What was asked for on the command line; null: help. Throws a sentence when something is missing. */
export const replayOptions = async (argv: readonly string[]): Promise<ReplayOptions | null> => {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      round: { type: 'string' },
      all: { type: 'boolean', default: false },
      random: { type: 'string' },
      seed: { type: 'string', default: '1' },
      mongo: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return null
  const { round, all, random, json } = values
  if ([round !== undefined, all, random !== undefined].filter(Boolean).length !== 1)
    throw new Error('Say --round ID, --all or --random N.')
  if (random !== undefined) {
    const [rounds, seed] = [Number(random), Number(values.seed)]
    if (!Number.isSafeInteger(rounds) || rounds < 1 || !Number.isSafeInteger(seed))
      throw new Error('--random and --seed want whole numbers.')
    return { of: 'random', rounds, seed, json }
  }
  const mongoUri = values.mongo ?? process.env['MONGODB_URI'] ?? (await localUrl())
  if (mongoUri === null)
    throw new Error('Nothing to replay: no --mongo, no MONGODB_URI, and no local city runs.')
  return { of: 'kept', mongoUri, round: round ?? null, json }
}
