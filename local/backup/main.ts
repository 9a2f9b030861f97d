import { parseArgs } from 'node:util'
import mongoose from 'mongoose'
import { cityConfig } from '../config.ts'
import { runningCity } from '../running.ts'
import { backup } from './backup.ts'
import { restore } from './restore.ts'

const usage = `npm run backup -- --to FILE [--url URL]      everything, while the platform is at work
npm run restore -- --from FILE --url URL     into a new, empty database; then start the platform on it
  --url URL   MongoDB address with the database's name (backup: default MONGODB_URI, else the local city that runs)
The file holds personal data and password hashes: keep it locked away. SERVER_KEY is not in it and is needed beside it.`

const withDatabase = async (url: string, work: (db: mongoose.mongo.Db) => Promise<string>): Promise<void> => {
  const client = new mongoose.mongo.MongoClient(url, {
    serverSelectionTimeoutMS: 5000,
    writeConcern: { w: 1, journal: true },
  })
  try {
    await client.connect()
    console.log(await work(client.db()))
  } finally {
    await client.close()
  }
}

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { to: { type: 'string' }, from: { type: 'string' }, url: { type: 'string' } },
  })
  const [what] = positionals
  const { to, from } = values
  const config = cityConfig()
  if (what === 'backup' && to !== undefined) {
    const url = values.url ?? config.mongoUri ?? (await runningCity(config.dataDir))?.mongoUri
    if (typeof url !== 'string') throw new Error('No --url, no MONGODB_URI, and no local city runs.')
    return withDatabase(url, async (db) => {
      const { rows, collections } = await backup(db, to, new Date())
      return `${to}: ${rows} documents of ${collections} collections`
    })
  }
  if (what === 'restore' && from !== undefined && values.url !== undefined)
    return withDatabase(values.url, async (db) => {
      const { rows, broughtUpToDate, bound } = await restore(db, from, new Date())
      return `${rows} documents restored, ${broughtUpToDate} brought up to date from their facts, ${bound} people bound. Now: npm run audit -- --at-rest --url …, and npm run admin -- leave-again --anchor … for who left since.`
    })
  console.error(usage)
  process.exitCode = 2
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
})
