import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Connection } from 'mongoose'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { systemClock } from '#contracts/runtime/clock.ts'
import { createDatabaseClock } from '#contracts/runtime/database-clock.ts'
import { connectMongo, databaseTime, withPatience } from '#contracts/runtime/mongo.ts'
import { type MongoServer, startMongo } from '../../../local/servers/mongo.ts'
import { captureLog } from './capture-log.ts'

const { log, messages } = captureLog()
let dataDir: string
let server: MongoServer
let connection: Connection

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'top-ranger-runtime-'))
  server = await startMongo({ dataDir, note: (line) => console.log(line) })
  connection = await connectMongo({ uri: `${server.uri}tr`, log, appName: 'runtime-test' })
}, 120_000)

afterAll(async () => {
  await connection.close()
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
})

describe('a connection to a running server', () => {
  it('journals every write; a majority is asked for on a replica set only', () => {
    expect(connection.getClient().options.writeConcern).toMatchObject({ w: 1, journal: true })
    expect(connection.getClient().options.retryWrites).toBe(false)
  })

  it('ends an answer that does not come in time; who builds an index waits as long as it takes', async () => {
    expect(connection.getClient().options.socketTimeoutMS).toBe(8000)
    const patient = { uri: `${server.uri}tr`, appName: 'runtime-test' }
    expect(await withPatience(patient, async ({ client }) => client.options.socketTimeoutMS)).toBe(0)
  })

  it('tells the time of the database, which moves on', async () => {
    const first = await databaseTime(connection)
    await vi.waitFor(async () => {
      expect((await databaseTime(connection)).getTime()).toBeGreaterThan(first.getTime())
    })
  })

  it('feeds the clock of a process', async () => {
    const clock = await createDatabaseClock({
      readDatabaseTime: () => databaseTime(connection),
      local: systemClock,
      log,
    })
    expect(clock.inService()).toBe(true)
    await clock.stop()
  })

  it('names the index that refused a duplicate and not its value', async () => {
    const people = connection.collection('people')
    await people.createIndex({ phone: 1 }, { unique: true })
    await people.insertOne({ phone: '+6281234567890' })
    const err = await people.insertOne({ phone: '+6281234567890' }).catch((error: unknown) => error)
    const captured = captureLog()
    captured.log.error({ err })
    expect(captured.lines.join('')).toContain('index: phone_1')
    expect(captured.lines.join('')).not.toContain('1234567890')
  })

  it('fails while the server is dead, says so once, and works again afterwards', async () => {
    await server.kill()
    await expect(databaseTime(connection)).rejects.toThrow()
    await vi.waitFor(() => expect(messages('warn')).toEqual(['mongodb is away']), { timeout: 10_000 })
    await server.restart()
    await vi.waitFor(() => databaseTime(connection), { timeout: 10_000 })
    await vi.waitFor(() => expect(messages('info')).toEqual(['mongodb connected', 'mongodb connected']), {
      timeout: 10_000,
    })
  }, 60_000)

  it('is closed without alarm', async () => {
    const own = captureLog()
    const second = await connectMongo({ uri: `${server.uri}tr`, log: own.log, appName: 'runtime-test' })
    await second.close()
    expect(own.messages('warn')).toEqual([])
    expect(own.messages('info')).toEqual(['mongodb connected', 'mongodb connection closed'])
    await expect(databaseTime(second)).rejects.toThrow()
  })
})
