import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { startLoop } from '#contracts/runtime/loop.ts'
import type { Closers } from '#contracts/runtime/closers.ts'
import { HEARTBEAT_S, LIVE_PATH, type ClientToServer, type ServerToClient } from '#contracts/wire/live.ts'
import type { Context } from '../context.ts'
import { createFollower } from './follower.ts'
import { isFromUs } from './origin.ts'
import { createPositions } from './positions.ts'
import { createVisit, dismiss, type Guest } from './visit.ts'

export type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, { guest: Guest }>

/** A reader that lets this much pile up is cut: it comes back with its cursor. */
const MAX_BUFFERED = 8 * 1024 * 1024
/** How often it is asked whether everybody may still be here: revoked sees nothing after 5 s. */
const CHECK_MS = 1000

const bufferedBy = (socket: LiveSocket): number => {
  const { transport } = socket.conn
  const inner: unknown = 'socket' in transport ? transport.socket : undefined
  return typeof inner === 'object' && inner !== null && 'bufferedAmount' in inner
    ? Number(inner.bufferedAmount)
    : 0
}

export interface LiveServer {
  /** How many screens are connected. */
  screens: () => number
  /** Ends every connection; the screens come back by themselves with their cursors. */
  hangUp: () => void
}

/** Serves the live view on the api's own HTTP server: websocket only, Origin checked, no adapter between processes. */
export const serveLive = (context: Context, http: HttpServer, closers: Closers): LiveServer => {
  const io = new Server<ClientToServer, ServerToClient, Record<string, never>, { guest: Guest }>(http, {
    path: LIVE_PATH,
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: 65_536,
    connectTimeout: 5000,
    pingInterval: 10_000,
    pingTimeout: 8000,
    allowRequest: (req, answer) => answer(null, isFromUs(req, context.config.publicUrl)),
  })
  const follower = createFollower(context, closers)
  const positions = createPositions(context, closers)
  const visit = createVisit(context, follower, positions)
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
      for (const socket of io.sockets.sockets.values())
        socket.volatile.emit('heartbeat', { at, seq: follower.head(socket.data.guest.caller.agencyId) })
    },
  })
  const guard = startLoop({
    name: 'live guard',
    everyMs: CHECK_MS,
    log: context.log,
    run: async () => {
      for (const socket of io.sockets.sockets.values()) {
        if (bufferedBy(socket) > MAX_BUFFERED) dismiss(socket, 'too_slow')
        else await visit.check(socket)
      }
    },
  })
  closers.add('live', async () => {
    await Promise.all([beat.stop(), guard.stop()])
    for (const socket of io.sockets.sockets.values()) dismiss(socket, 'closing')
    // Only the sockets: the HTTP server is closed by whoever opened it.
    io.disconnectSockets(true)
    io.engine.close()
  })

  return { screens: () => io.sockets.sockets.size, hangUp: () => io.disconnectSockets(true) }
}
