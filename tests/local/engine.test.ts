import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serversConfig } from '../../local/servers/config.ts'
import { embeddedMongod } from '../../local/servers/embedded.ts'
import { startMongo } from '../../local/servers/mongo.ts'
import { claimPort } from '../../local/servers/port.ts'
import { run } from '../../local/servers/run.ts'

const folder = await mkdtemp(join(tmpdir(), 'engine-test-'))
const server = await startMongo({ dataDir: join(folder, 'mongo'), note: (line) => console.log(line) })
const client = new mongoose.mongo.MongoClient(server.uri, { writeConcern: { w: 1, journal: true } })
const admin = client.db('admin')
const things = client.db('engine').collection<{ _id: string; at?: Date; place?: object }>('things')

beforeAll(async () => {
  await things.insertOne({ _id: 'first' })
})

afterAll(async () => {
  await client.close()
  await server.stop()
  await rm(folder, { recursive: true })
})

describe('whichever engine serves locally', () => {
  it('is no member of a replica set', async () => {
    expect(await admin.command({ hello: 1 })).toMatchObject({ isWritablePrimary: true })
    expect(await admin.command({ hello: 1 })).not.toHaveProperty('setName')
  })

  it('refuses a transaction', async () => {
    const session = client.startSession()
    session.startTransaction()
    await expect(things.insertOne({ _id: 'second' }, { session })).rejects.toThrow(
      /replica set|does not support sessions/,
    )
    await session.endSession()
  })

  it('has no change streams', async () => {
    const stream = things.watch()
    await expect(stream.tryNext()).rejects.toThrow(/replica set/)
    await stream.close()
  })

  it('keeps unique and partial indexes', async () => {
    const people = client.db('engine').collection<{ _id: string; phone: string; isOpen: boolean }>('people')
    await people.createIndex({ phone: 1 }, { unique: true, partialFilterExpression: { isOpen: true } })
    await people.insertOne({ _id: 'a', phone: '1', isOpen: false })
    await people.insertOne({ _id: 'b', phone: '1', isOpen: true })
    await expect(people.insertOne({ _id: 'c', phone: '1', isOpen: true })).rejects.toMatchObject({
      code: 11000,
    })
  })

  it('finds the nearest point', async () => {
    const places = client.db('engine').collection<{ _id: string; point: object }>('places')
    await places.createIndex({ point: '2dsphere' })
    await places.insertMany([
      { _id: 'far', point: { type: 'Point', coordinates: [124.2, -9.8] } },
      { _id: 'near', point: { type: 'Point', coordinates: [123.61, -10.17] } },
    ])
    const near = { type: 'Point' as const, coordinates: [123.6, -10.18] as [number, number] }
    const found = await places.aggregate([{ $geoNear: { near, distanceField: 'metres' } }]).toArray()
    expect(found.map((place) => place._id)).toEqual(['near', 'far'])
  })
})

/** Skipped, by design, where a real mongod serves: these are about the embedded engine. When one fails, it has learned something: strike it from this list and from the docs. */
describe.runIf(server.kind === 'embedded')('what the embedded engine lacks', () => {
  it('has no sessions, so no transactions', async () => {
    const session = client.startSession()
    await expect(things.findOne({ _id: 'first' }, { session })).rejects.toThrow(/does not support sessions/)
    session.startTransaction()
    await expect(things.insertOne({ _id: 'second' }, { session })).rejects.toThrow(
      /does not support sessions/,
    )
    await session.endSession()
  })

  it('takes a TTL index but has nothing that deletes by it', async () => {
    await things.createIndex({ at: 1 }, { expireAfterSeconds: 0 })
    await things.insertOne({ _id: 'expired', at: new Date(0) })
    await expect(admin.command({ getParameter: 1, ttlMonitorEnabled: 1 })).rejects.toThrow(/no option found/)
    const { metrics } = await admin.command({ serverStatus: 1 })
    expect(metrics).not.toHaveProperty('ttl')
  })

  it('runs no JavaScript', async () => {
    await expect(things.find({ $where: 'true' }).toArray()).rejects.toThrow(/globalScriptEngine/)
    const body = { $function: { body: 'function () { return 1 }', args: [], lang: 'js' } }
    await expect(things.aggregate([{ $set: { one: body } }]).toArray()).rejects.toThrow(/javascript engine/)
  })

  it.each(['collMod', 'createUser', 'replSetGetStatus', 'shutdown'])('has no command %s', async (command) => {
    await expect(admin.command({ [command]: 1 })).rejects.toMatchObject({ codeName: 'CommandNotFound' })
  })

  it('dies of an explicit startSession and keeps what it acknowledged', async () => {
    await expect(admin.command({ startSession: 1 })).rejects.toThrow(/closed|reset/i)
    await expect.poll(() => server.pid).toBeUndefined()
    await server.restart()
    expect(await things.findOne({ _id: 'first' })).toEqual({ _id: 'first' })
  })
})

async function startExecutable(port: number | string, dataDir: string, ...flags: string[]): Promise<string> {
  const mongod = await embeddedMongod(serversConfig(), () => {})
  return run(mongod, ['--port', String(port), '--dbpath', join(folder, dataDir), ...flags])
}

describe.runIf(server.kind === 'embedded')('the executable that stands for mongod', () => {
  it('tells the version that mongodb-memory-server asks for', async () => {
    const mongod = await embeddedMongod(serversConfig(), () => {})
    expect(await run(mongod, ['--version'])).toBe('db version v8.2.6\n')
  })

  it.each([['--replSet', 'rs0'], ['--auth'], ['--storageEngine', 'inMemory']])(
    'refuses %s',
    async (...flags) => {
      await expect(startExecutable(1, 'refused', ...flags)).rejects.toMatchObject({ cause: { code: 2 } })
    },
  )

  it('exits with 100 when the data folder has an owner', async () => {
    await expect(startExecutable(await claimPort(), 'mongo')).rejects.toMatchObject({ cause: { code: 100 } })
  })

  it('exits with 48 when the port is taken', async () => {
    await expect(startExecutable(new URL(server.uri).port, 'other')).rejects.toMatchObject({
      cause: { code: 48 },
    })
  })
})
