import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import mongoose from 'mongoose'
import { z } from 'zod'
import { createLogger } from '#contracts/runtime/log.ts'
import { connectMongo } from '#contracts/runtime/mongo.ts'
import { openStore } from '#contracts/store/store.ts'
import { jobIds } from '#contracts/wire/jobs.ts'
import { backup } from '../../../local/backup/backup.ts'
import { restore } from '../../../local/backup/restore.ts'
import { startMongo } from '../../../local/servers/mongo.ts'
import { audit } from '../../world/audit.ts'
import { factSchemas } from '../../../worker/relay/routes.ts'
import { writeEnds, writeIncident } from './incident.ts'
import { writeAgency, writePartner, writeVolunteers } from './office.ts'
import { AGENCY, createPen, idOf, OP, openTime } from './write.ts'

/**
 * `npx tsx tests/released/make/main.ts 0.2 0.1`: takes what release 0.1 left behind and goes on as this one, until every type
 * of fact has happened. Ids and times are the same each time. People are invented.
 */
const FROM = '2026-11-22T16:00:00.000Z'
const PEOPLE = 9
const [release = '0.2', before = '0.1'] = process.argv.slice(2)
const folder = fileURLToPath(new URL('../../fixtures', import.meta.url))
const Before = z.object({ incidents: z.record(z.string(), z.string()) })

const jobOf = (name: 'match' | 'due' | 'deliver', id: string, data: object) => ({
  queue: name,
  id,
  name,
  data,
})

const make = async (mongoUri: string): Promise<string[]> => {
  const log = createLogger({ name: 'released', level: 'warn' })
  const connection = await connectMongo({ uri: mongoUri, log, appName: 'released' })
  if (connection.db === undefined) throw new Error('not open')
  await restore(connection.db, join(folder, before, 'backup'), new Date(FROM))
  const { clock, ids } = openTime(FROM)
  const store = openStore({ connection, clock, ids, log, random: () => 0.5, poke: () => undefined })
  const pen = createPen(store, clock)
  await writePartner(pen)
  await writeVolunteers(pen, store, PEOPLE)
  await writeAgency(pen)
  const whole = idOf('inc', 'semua')
  await writeIncident(pen, whole, 'KJ-2026-0901')
  const ends = await writeEnds(pen, whole)

  const { faults } = await audit(connection)
  if (faults.length > 0) throw new Error(faults.join('\n'))
  const facts = await connection.db.collection('facts').find({}).toArray()
  // What an older release wrote may lack what has come since; the folds know.
  for (const { type, data, opId } of facts)
    if (String(opId).startsWith(OP)) factSchemas[type as keyof typeof factSchemas].parse(data)
  const { seq } = await store.cursors.head(AGENCY)
  const delivery = await connection.db
    .collection<{ _id: string }>('deliveries')
    .findOne({}, { sort: { _id: 1 } })
  const [match, due, deliver] = [
    { agencyId: AGENCY, seq },
    { agencyId: AGENCY, incidentId: whole, at: FROM },
    { deliveryId: delivery?._id ?? '', attempt: 0 },
  ]
  const jobs = [
    jobOf('match', jobIds.match(match), match),
    jobOf('due', jobIds.due(due), due),
    jobOf('deliver', jobIds.deliver(deliver), deliver),
  ]
  const types = [...new Set(facts.map(({ type }) => String(type)))].sort()
  const { incidents } = Before.parse(JSON.parse(await readFile(join(folder, before, 'about.json'), 'utf8')))
  const to = join(folder, release)
  await mkdir(to, { recursive: true })
  const made = await backup(connection.db, join(to, 'backup'), clock.now())
  const about = { release, after: before, incidents: { ...incidents, whole, ...ends }, made, types }
  await writeFile(join(to, 'about.json'), `${JSON.stringify(about, null, 2)}\n`)
  await writeFile(join(to, 'jobs.json'), `${JSON.stringify(jobs, null, 2)}\n`)
  await connection.close()
  return types
}

const dataDir = await mkdtemp(join(tmpdir(), 'released-'))
const mongo = await startMongo({ dataDir, note: () => undefined })
try {
  const types = await make(new URL('/released', mongo.uri).toString())
  const missing = Object.keys(factSchemas).filter((type) => !types.includes(type))
  console.log(`${types.length} types of facts in ${release}; missing: ${missing.join(', ') || 'none'}`)
  process.exitCode = missing.length === 0 ? 0 : 1
} finally {
  await mongo.stop()
  await mongoose.disconnect()
  await rm(dataDir, { recursive: true, force: true })
}
