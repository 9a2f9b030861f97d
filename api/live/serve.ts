import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { startLoop } from '#contracts/runtime/loop.ts'
import type { Closers } from '#contracts/runtime/closers.ts'
import { HEARTBEAT_S, LIVE_PATH, type ClientToServer, type ServerToClient } from '#contracts/wire/live.ts'
import type { Context } from '../context.ts'
import { createFollower } from './follower.ts'
import { isFromUs } from './origin.ts'
import { createLookers } from './lookers.ts'
import { createPositions } from './positions.ts'
import type { Line } from './line.ts'
import { createVisit, dismiss, type Guest } from './visit.ts'

interface AtScreen {
  guest: Guest
  line: Line
}
export type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, AtScreen>

/** How often it is asked whether everybody may still be here: revoked sees nothing after 5 s. */
const CHECK_MS = 1000

export interface LiveServer {
  /** How many screens are connected. */
  screens: () => number
  /** Bytes that wait for the screen that reads slowest. */
  mostWaiting: () => number
  /** Ends every connection; the screens come back by themselves with their cursors. */
  hangUp: () => void
}

/** Serves the live view on the api's own HTTP server: websocket only, Origin checked, no adapter between processes. */
export const serveLive = (context: Context, http: HttpServer, closers: Closers): LiveServer => {
  const is = { open: true }
  const io = new Server<ClientToServer, ServerToClient, Record<string, never>, AtScreen>(http, {
    path: LIVE_PATH,
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: 65_536,
    connectTimeout: 5000,
    // Who does not answer within this was gone for 13 s at most. A process that stood still for 6 s cuts nobody.
    pingInterval: 5000,
    pingTimeout: 8000,
    allowRequest: (req, answer) => answer(null, is.open && isFromUs(req, context.config.publicUrl)),
  })
  const screens = () => [...io.sockets.sockets.values()]
  const follower = createFollower(context, closers)
  const positions = createPositions(context, closers)
  const lookers = createLookers(context, closers)
  const visit = createVisit(context, { follower, positions, lookers })
  io.use((socket, next) => {
    visit.admit(socket.handshake.auth).then(
      (guest) => {
        socket.data.guest = guest
        next()
      },
      () => next(new Error('not_signed_in')),
    )
  })
  io.on('connection', visit.receive)

  const beat = startLoop({
    name: 'live heartbeat',
    everyMs: HEARTBEAT_S * 1000,
    log: context.log,
    run: async () => {
      const at = context.clock.now().toISOString()
      for (const socket of screens()) {
        const { agencyId } = socket.data.guest.caller
        const ageMs = follower.ageMs(agencyId)
        socket.volatile.emit('heartbeat', { at, seq: follower.head(agencyId), ageMs })
      }
    },
  })
  const guard = startLoop({
    name: 'live guard',
    everyMs: CHECK_MS,
    log: context.log,
    run: async () => {
      const results = await Promise.allSettled(screens().map((socket) => visit.check(socket)))
      const failed = results.find((result) => result.status === 'rejected')
      if (failed !== undefined) throw failed.reason
    },
  })
  closers.add('live', async () => {
    is.open = false
    await Promise.all([beat.stop(), guard.stop()])
    for (const socket of screens()) dismiss(socket, 'closing')
    // Only the sockets: the HTTP server is closed by whoever opened it.
    io.disconnectSockets(true)
    io.engine.close()
  })

  return {
    screens: () => io.sockets.sockets.size,
    mostWaiting: () => Math.max(0, ...screens().map((socket) => socket.data.line.waiting())),
    hangUp: () => io.disconnectSockets(true),
  }
}
