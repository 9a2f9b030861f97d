import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import mongoose from 'mongoose'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { serversConfig } from '../../local/servers/config.ts'
import { findMongod } from '../../local/servers/mongod-program.ts'
import { startMongo, type MongoServer } from '../../local/servers/mongo.ts'
import { isFree } from '../../local/servers/port.ts'
import { isAlive, portOf } from './processes.ts'

const folder = await mkdtemp(join(tmpdir(), 'servers-test-'))
const note = () => {}
const closers: (() => Promise<unknown>)[] = []

afterEach(async () => {
  vi.restoreAllMocks()
  for (const close of closers.splice(0).reverse()) await close()
})
afterAll(async () => rm(folder, { recursive: true }))

async function mongoIn(name: string, port?: number): Promise<MongoServer> {
  const server = await startMongo({ dataDir: join(folder, name), port, note })
  closers.push(server.stop)
  return server
}

function writesOf(server: MongoServer) {
  const client = new mongoose.mongo.MongoClient(server.uri, {
    serverSelectionTimeoutMS: 2_000,
    // Not "majority": the embedded engine then answers before the journal is on disk (seen: 1 in 3,000 lost).
    writeConcern: { w: 1, journal: true },
  })
  closers.push(async () => client.close())
  return client.db('servers').collection<{ _id: number }>('writes')
}

describe('MongoDB', () => {
  it('keeps port and data over a stop', async () => {
    const server = await mongoIn('stop')
    await writesOf(server).insertOne({ _id: 1 })
    await server.stop()
    expect(server.pid).toBeUndefined()
    expect(await isFree(portOf(server.uri))).toBe(true)
    await server.restart()
    expect(await writesOf(server).countDocuments()).toBe(1)
  })

  it('loses no acknowledged write to kill -9, and leaves nothing that serves', async () => {
    const server = await mongoIn('kill')
    const writes = writesOf(server)
    const acknowledged = new Set<number>()
    let kill: Promise<void> | undefined
    const writer = async (first: number) => {
      for (let id = first; ; id += 10) {
        await writes.insertOne({ _id: id })
        acknowledged.add(id)
        if (acknowledged.size === 200) kill = server.kill()
      }
    }
    const { pid } = server
    const writers = Array.from({ length: 10 }, async (_, first) => writer(first))
    const ends = await Promise.allSettled(writers)
    await kill
    expect(ends.every((end) => end.status === 'rejected')).toBe(true)
    expect(isAlive(pid)).toBe(false)
    expect(await isFree(portOf(server.uri))).toBe(true)

    await server.restart()
    const kept = new Set((await writes.find().toArray()).map((write) => write._id))
    expect(acknowledged.size).toBeGreaterThanOrEqual(200)
    expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([])
  })

  it('refuses a folder that has an owner and leaves the owner alone', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {}) // mongodb-memory-server prints what it throws
    const owner = await mongoIn('owned')
    await expect(mongoIn('owned')).rejects.toThrow(/in use by another MongoDB \(exit 100\)/)
    await writesOf(owner).insertOne({ _id: 1 })
  })

  it('refuses a port that is taken', async () => {
    const owner = await mongoIn('port')
    await expect(mongoIn('port-too', portOf(owner.uri))).rejects.toThrow(/already in use/)
  })

  it('runs twice side by side', async () => {
    const servers = await Promise.all([mongoIn('left'), mongoIn('right')])
    const [left, right] = servers.map(writesOf)
    await left?.insertOne({ _id: 1 })
    expect(await right?.countDocuments()).toBe(0)
  })

  it('takes a mongod on PATH, unless it is too old, and says so in one line', async () => {
    const bin = join(folder, 'bin')
    await mkdir(bin)
    const config = { ...serversConfig(), searchPath: [bin, ...serversConfig().searchPath], mongod: undefined }
    const linesFor = async (version: string) => {
      await writeFile(join(bin, 'mongod'), `#!/bin/sh\necho 'db version v${version}'\n`, { mode: 0o755 })
      const lines: string[] = []
      await findMongod(config, (line) => lines.push(line))
      return lines
    }
    expect(await linesFor('8.0.4')).toEqual([`MongoDB: mongod 8.0.4 at ${join(bin, 'mongod')}`])
    expect((await linesFor('4.4.29')).at(-1)).toContain(`(PATH: ${join(bin, 'mongod')} 4.4.29 is too old`)
  })

  it('says when the mongod named by hand is none', async () => {
    const config = { cacheDir: folder, searchPath: [], mongod: join(folder, 'nothing') }
    const start = startMongo({ dataDir: join(folder, 'named'), note, config })
    await expect(start).rejects.toThrow(/MONGOMS_SYSTEM_BINARY names .*nothing/)
  })
})

it('ends both servers when the process that started them is killed', async () => {
  const script = fileURLToPath(new URL('serve.ts', import.meta.url))
  const parent = spawn(process.execPath, ['--import', 'tsx', script, join(folder, 'orphans')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [told] = (await once(parent.stdout, 'data')) as [Buffer]
  const pids = JSON.parse(told.toString()) as number[]
  expect(pids.map(isAlive)).toEqual([true, true])
  parent.kill('SIGKILL')
  await expect.poll(() => pids.map(isAlive), { timeout: 10_000 }).toEqual([false, false])
})
