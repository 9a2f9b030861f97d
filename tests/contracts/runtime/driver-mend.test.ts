import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import type { Connection } from 'mongoose'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connectMongo } from '#contracts/runtime/mongo.ts'
import { type MongoServer, startMongo } from '../../../local/servers/mongo.ts'
import { until } from '../../world/client.ts'
import { openProxy, type Proxy } from '../../world/proxy.ts'
import { captureLog } from './capture-log.ts'

let dataDir: string
let server: MongoServer
let line: Proxy
let connection: Connection
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'top-ranger-driver-'))
  server = await startMongo({ dataDir, note: (text) => console.log(text) })
  line = await openProxy(server.uri)
  const { log } = captureLog()
  connection = await connectMongo({ uri: `${line.via(server.uri)}/tr`, log, appName: 'driver-test' })
}, 120_000)
afterAll(async () => {
  await connection.destroy()
  await line.close()
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const ping = async (): Promise<unknown> => connection.db?.command({ ping: 1 })
const many = (): Promise<unknown>[] => Array.from({ length: 20 }, ping)

/** The line ends while twenty wait for an answer, and each asks again at once: so the driver looks at a line that is just ending. */
const endAmidWork = async (): Promise<void> => {
  await Promise.all(many())
  // The driver looks at its server at most every half second; only a look while the lines end is of use here.
  await rest(800)
  line.stall('down')
  const asked = many().map(async (answer) => answer.catch(ping))
  await rest(20)
  line.hangUp()
  line.resume()
  await Promise.allSettled(asked)
}

it('finds MongoDB again each time all lines have ended at once in the midst of work', async () => {
  for (let times = 0; times < 5; times++) {
    await endAmidWork()
    await until('MongoDB answers again', ping, 10)
  }
})

it('ends a write for which the line stays full', async () => {
  line.stall('up')
  const documents = [{ long: 'x'.repeat(12_000_000) }]
  await expect(connection.db?.collection('long').insertMany(documents)).rejects.toThrow(
    /timed out|interrupted/,
  )
  line.resume()
})
