import { parseArgs } from 'node:util'
import { localUrl } from '../audit/config.ts'

export interface ReplayOptions {
  mongoUri: string
  /** Null: every round that is kept. */
  round: string | null
  json: boolean
}

export const usage = `npm run replay -- [options]
  --round ID    decides this round again from what was kept of it, and compares to the byte (an offer names its round)
  --all         every round that is kept
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
      mongo: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return null
  if ((values.round === undefined) === !values.all) throw new Error('Say --round ID or --all.')
  const mongoUri = values.mongo ?? process.env['MONGODB_URI'] ?? (await localUrl())
  if (mongoUri === null)
    throw new Error('Nothing to replay: no --mongo, no MONGODB_URI, and no local city runs.')
  return { mongoUri, round: values.round ?? null, json: values.json }
}
