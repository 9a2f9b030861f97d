import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { LIVE_PATH, type ClientToServer, type Frame, type ServerToClient } from '#contracts/wire/live.ts'
import { until } from '../../world/client.ts'
import { openScreen, type Screen } from './screen.ts'

/** A server that says what the test tells it to: ours never loses a frame. */
let server: Server<ClientToServer, ServerToClient>
let screen: Screen
/** From where the screen asked for everything again. */
let asked: (number | null)[]
/** With which cursors it came. */
let cursors: unknown[]

beforeEach(async () => {
  const http = createServer().listen(0, '127.0.0.1')
  await once(http, 'listening')
  server = new Server(http, { path: LIVE_PATH, transports: ['websocket'] })
  asked = []
  cursors = []
  server.on('connection', (socket) => {
    const { cursor } = socket.handshake.auth as { cursor: unknown }
    cursors.push(cursor)
    socket.on('resync', (from) => asked.push(from))
    if (cursor === null) socket.emit('snapshot', { seq: 10, incidents: [], volunteers: [] })
  })
  screen = openScreen(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, async () => 'a token')
  await until('the snapshot', async () => screen.seq() === 10)
})
afterEach(async () => {
  screen.close()
  await server.close()
})

const says = (from: number, to: number): void => {
  const frame: Frame = { from, to, facts: [] }
  server.emit('frame', frame)
}
const beats = (seq: number, ageMs = 0): void =>
  void server.emit('heartbeat', { at: '2026-01-17T06:05:00.000Z', seq, ageMs })

it('a hole between frames: it says that it is behind, asks once from where it stands, and is live when all has come', async () => {
  says(11, 12)
  says(15, 16)
  says(17, 17)
  await until('it asks', async () => asked.length > 0)
  expect([screen.seq(), screen.link()]).toEqual([12, 'behind'])
  says(13, 17)
  await until('it is whole', async () => screen.seq() === 17)
  expect([asked, screen.link()]).toEqual([[12], 'live'])
})

it('what comes again is folded once', async () => {
  says(11, 14)
  says(11, 12)
  says(13, 15)
  await until('all of it', async () => screen.seq() === 15)
  expect(asked).toEqual([])
})

it('a heartbeat that knows more than the screen: it is behind, and asks when the next one finds it there still', async () => {
  beats(12)
  await until('it says so', async () => screen.link() === 'behind')
  expect(asked).toEqual([])
  beats(12)
  await until('it asks', async () => asked.length > 0)
  says(11, 12)
  await until('it is live', async () => screen.link() === 'live')
  expect(asked).toEqual([10])
})

it('a heartbeat of old knowledge keeps nobody live', async () => {
  beats(10, 5000)
  await until('it says so', async () => screen.link() === 'behind')
  beats(10)
  await until('it is live again', async () => screen.link() === 'live')
})

it('asks again for a hole on a new line, where the old question is forgotten', async () => {
  says(15, 16)
  await until('it asks', async () => asked.length === 1)
  server.disconnectSockets(true)
  await until('it comes back', async () => cursors.length === 2)
  expect(cursors).toEqual([null, 10])
  says(18, 19)
  await until('it asks again', async () => asked.length === 2)
  expect(asked).toEqual([10, 10])
})
