import mongoose from 'mongoose'
import { mendDriver } from './driver-mend.ts'
import type { Logger } from './log.ts'

/** What every schema is made with: unknown fields throw, indexes come from migrations, nothing waits unseen. */
export const schemaOptions = {
  strict: 'throw',
  strictQuery: 'throw',
  bufferCommands: false,
  autoIndex: false,
  autoCreate: false,
  minimize: false,
  versionKey: false,
  id: false,
} as const satisfies mongoose.SchemaOptions

export interface MongoOptions {
  uri: string
  log: Logger
  /** Shown in the server's own log and in `currentOp`. */
  appName: string
}

export interface Concerns {
  writeConcern: { w: 'majority' | 1; journal: true }
  readConcern?: { level: 'majority' }
}

/**
 * How to write and read so that nothing acknowledged is lost and nothing read is taken back. Journalled; on a replica set
 * (also behind mongos) by a majority, and then only what a majority holds is read: a follower must not pass a fact that a
 * failover rolls back. On a single server `majority` must not be asked for: the embedded engine then answers before the
 * journal (docs/decisions.md, "journal"). `hello` is what the server says of itself.
 */
export function concernsFor(hello: Readonly<Record<string, unknown>>): Concerns {
  const isSet = typeof hello['setName'] === 'string' || hello['msg'] === 'isdbgrid'
  return isSet
    ? { writeConcern: { w: 'majority', journal: true }, readConcern: { level: 'majority' } }
    : { writeConcern: { w: 1, journal: true } }
}

async function concernsOf(uri: string): Promise<Concerns> {
  const probe = await mongoose.mongo.MongoClient.connect(uri, { serverSelectionTimeoutMS: 2000 })
  try {
    return concernsFor(await probe.db().admin().command({ hello: 1 }))
  } finally {
    await probe.close()
  }
}

/**
 * Opens a connection on which every acknowledged write is journalled, on a replica set by a majority, and on which only such
 * writes are read; rejects within about 2 s when no server answers. It sets Mongoose's process-wide guards: a filter on an
 * unknown field throws, and operators in a filter count only inside `mongoose.trusted({ $lte: … })`, everything else is
 * compared as a value.
 */
export async function connectMongo({ uri, log, appName }: MongoOptions): Promise<mongoose.Connection> {
  mendDriver()
  mongoose.set('strict', 'throw')
  mongoose.set('strictQuery', 'throw')
  mongoose.set('sanitizeFilter', true)

  const connection = mongoose.createConnection(uri, {
    appName,
    // On the connection: the schema's own setting is ignored by bulkWrite, insertMany and raw calls.
    ...(await concernsOf(uri)),
    // A write is repeated by its opId, which knows what it did; the driver's repeat does not.
    retryWrites: false,
    bufferCommands: false,
    autoIndex: false,
    autoCreate: false,
    serverSelectionTimeoutMS: 2000,
    connectTimeoutMS: 2000,
    heartbeatFrequencyMS: 2000,
    // Shorter than a request may last (10 s): a half-open link must end in an error while somebody still listens.
    socketTimeoutMS: 8000,
    waitQueueTimeoutMS: 5000,
    maxPoolSize: 50,
  })
  let leaving = false
  connection.on('disconnecting', () => {
    leaving = true
  })
  connection.on('error', (err) => log.error({ err }, 'mongodb error'))
  connection.on('connected', () => log.info('mongodb connected'))
  connection.on('disconnected', () => {
    if (leaving) log.info('mongodb connection closed')
    else log.warn('mongodb is away')
  })

  try {
    return await connection.asPromise()
  } catch (err) {
    await connection.destroy()
    throw err
  }
}

/**
 * Work that takes as long as it takes, like building an index over millions of documents: on a client of its own that waits
 * for an answer without a limit. Rejects like any command, and within about 2 s when no server answers.
 */
export async function withPatience<T>(
  { uri, appName }: Pick<MongoOptions, 'uri' | 'appName'>,
  work: (db: mongoose.mongo.Db) => Promise<T>,
): Promise<T> {
  const client = await mongoose.mongo.MongoClient.connect(uri, {
    appName,
    serverSelectionTimeoutMS: 2000,
    connectTimeoutMS: 2000,
    socketTimeoutMS: 0,
    maxPoolSize: 1,
  })
  try {
    return await work(client.db())
  } finally {
    await client.close()
  }
}

/**
 * The server's clock, to the millisecond. Rejects like any command when the server is away. Asked by an aggregation
 * over nothing, since the embedded engine leaves the time out of its `hello` and `serverStatus` needs an
 * administrator's rights elsewhere.
 */
export async function databaseTime(connection: mongoose.Connection): Promise<Date> {
  if (connection.db === undefined) throw new Error('the connection to MongoDB is not open')
  const answer = connection.db.aggregate([{ $documents: [{}] }, { $project: { now: '$$NOW' } }])
  const now: unknown = (await answer.next())?.now
  await answer.close()
  if (!(now instanceof Date)) throw new Error('MongoDB did not tell its time')
  return now
}
