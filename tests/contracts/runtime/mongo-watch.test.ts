import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Connection } from 'mongoose'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connectMongo, databaseTime } from '#contracts/runtime/mongo.ts'
import { pingAnew, watchMongo } from '#contracts/runtime/mongo-watch.ts'
import { type MongoServer, startMongo } from '../../../local/servers/mongo.ts'
import { until } from '../../world/client.ts'
import { openProxy, type Proxy } from '../../world/proxy.ts'
import { captureLog } from './capture-log.ts'

const { log } = captureLog()
let dataDir: string
let server: MongoServer
let line: Proxy
let connection: Connection
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'top-ranger-watch-'))
  server = await startMongo({ dataDir, note: (text) => console.log(text) })
  line = await openProxy(server.uri)
  connection = await connectMongo({ uri: `${line.via(server.uri)}/tr`, log, appName: 'watch-test' })
}, 120_000)
afterAll(async () => {
  await connection.close()
  await line.close()
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
})

/** A watch over the connection, with a fresh client at `uri`, while its line is broken; ends with it whole again. */
const whileBroken = async (uri: string, passes: number): Promise<{ stuck: number; fresh: number }> => {
  const seen = { stuck: 0, fresh: 0, ours: 0 }
  line.refuse()
  line.cut()
  const watch = watchMongo({
    ours: () => {
      seen.ours += 1
      return databaseTime(connection)
    },
    fresh: () => {
      seen.fresh += 1
      return pingAnew(uri)
    },
    onStuck: () => {
      seen.stuck += 1
    },
    everyMs: 20,
    log,
  })
  await until('enough passes', async () => seen.fresh >= passes)
  line.admit()
  await until('our connection is back', () => databaseTime(connection))
  const asked = seen.ours
  await until('more passes over a connection that is whole', async () => seen.ours >= asked + 5)
  await watch.stop()
  return seen
}

it('says that the driver is stuck when a fresh client reaches the server again and again and ours does not', async () => {
  const { stuck } = await whileBroken(server.uri, 4)
  expect(stuck).toBeGreaterThanOrEqual(1)
})

it('says nothing while nobody reaches the server, and nothing of a connection that came back', async () => {
  const { stuck, fresh } = await whileBroken(line.via(server.uri), 4)
  expect(fresh).toBeGreaterThanOrEqual(4)
  expect(stuck).toBe(0)
})
