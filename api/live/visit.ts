import { z } from 'zod'
import { LiveAuth, Look, Watch, type Farewell } from '#contracts/wire/live.ts'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import { Trouble } from '../trouble.ts'
import { readAccess, type TokenPayload } from '../usecases/session/access-token.ts'
import { mayHear } from './audience.ts'
import type { Follower } from './follower.ts'
import { createLine, MAX_WAITING, type Line } from './line.ts'
import type { LookersRoom } from './lookers.ts'
import { onlooker } from './onlooker.ts'
import type { Positions, Watcher } from './positions.ts'
import type { LiveSocket } from './serve.ts'
import { createSnapshots } from './snapshot.ts'
import { createStream } from './stream.ts'

export interface Guest {
  token: TokenPayload
  caller: Caller
  cursor: number | null
  /** When his rights were last read, in milliseconds of database time. */
  confirmedAt: number
}

/** Positions are withheld from somebody whose rights could not be read for so long: revoked sees nothing after 5 s. */
const CONFIRMED_MS = 5000
/** How long somebody has to hear why, before the line is cut. */
const LAST_WORD_MS = 1000

/** Says why, then hangs up, also on somebody who does not listen. */
export const dismiss = (socket: LiveSocket, why: Farewell['why']): void => {
  const { line } = socket.data
  socket.emit('farewell', { why })
  socket.disconnect(true)
  setTimeout(line.cut, LAST_WORD_MS).unref()
}

export interface Rooms {
  follower: Follower
  positions: Positions
  lookers: LookersRoom
}

/** A connected screen, from its admission to its farewell. */
export const createVisit = (context: Context, { follower, positions, lookers }: Rooms) => {
  const { log } = context
  const snapshots = createSnapshots(context)
  const nowMs = (): number => context.clock.now().getTime()

  const identify = async (token: string): Promise<Omit<Guest, 'cursor'>> => {
    const confirmedAt = nowMs()
    const payload = readAccess(token, context.config.jwtSecret, context.clock.now())
    const caller = await context.standing.of(payload)
    if (caller === null || !mayHear(caller, 'incident')) throw new Trouble('not_signed_in')
    return { token: payload, caller, confirmedAt }
  }

  /** May he still be here? His rights are those of now, not those of the handshake. */
  const check = async (socket: LiveSocket): Promise<void> => {
    const { guest } = socket.data
    const confirmedAt = nowMs()
    if (guest.token.exp * 1000 <= confirmedAt) return dismiss(socket, 'expired')
    const caller = await context.standing.of(guest.token)
    if (caller === null || caller.role !== guest.caller.role) dismiss(socket, 'revoked')
    else guest.confirmedAt = confirmedAt
  }

  /** A fresh token of the same person in the same role; another role begins anew. */
  const renew = async (socket: LiveSocket, token: unknown): Promise<boolean> => {
    const { guest } = socket.data
    const known = await identify(LiveAuth.shape.token.parse(token))
    if (known.caller.userId !== guest.caller.userId || known.caller.role !== guest.caller.role) return false
    Object.assign(guest, known)
    return true
  }

  const startStream = (socket: LiveSocket, line: Line, broken: (err: unknown) => void) => {
    const { guest } = socket.data
    return createStream(context, follower, snapshots, () => guest.caller, {
      idle: line.idle,
      broken,
      snapshot: (snapshot) => socket.emit('snapshot', snapshot),
      frame: (frame) => {
        const waiting = line.waiting()
        if (waiting > MAX_WAITING) {
          log.warn({ userId: guest.caller.userId, waiting }, 'a screen reads too slowly')
          line.cut()
          socket.disconnect(true)
        } else socket.emit('frame', frame)
      },
      personChanged: () => {
        context.standing.forget(guest.token.sid)
        check(socket).catch(broken)
      },
    })
  }

  return {
    check,

    /** @throws when the handshake is malformed or the person may not come in */
    admit: async (handshake: unknown): Promise<Guest> => {
      const { token, cursor } = LiveAuth.parse(handshake)
      return { ...(await identify(token)), cursor }
    },

    receive: (socket: LiveSocket): void => {
      const { guest } = socket.data
      const line = createLine(socket)
      socket.data.line = line
      const broken = (err: unknown): void => {
        log.warn({ err }, 'a live stream broke')
        socket.disconnect(true)
      }
      const stream = startStream(socket, line, broken)
      const isReady = (): boolean => line.isFree() && nowMs() - guest.confirmedAt <= CONFIRMED_MS
      const watcher: Watcher = {
        agencyId: guest.caller.agencyId,
        tiles: new Set(),
        told: new Map(),
        isReady,
        send: (tick) => socket.volatile.emit('positions', tick),
      }
      if (mayHear(guest.caller, 'volunteer')) positions.add(watcher)

      // What a screen says is checked: a handler that throws would end the process.
      socket.on('watch', (message) => {
        const watch = Watch.safeParse(message)
        if (watch.success) watcher.tiles = new Set(watch.data.tiles)
      })
      socket.on('resync', (cursor) => {
        const from = z.int().nonnegative().nullable().safeParse(cursor)
        if (from.success) stream.start(from.data).catch(broken)
      })
      socket.on('renew', (token, answer) => {
        const say = typeof answer === 'function' ? answer : () => undefined
        renew(socket, token).then(say, () => say(false))
      })
      const looker = onlooker(context, lookers, socket, isReady)
      socket.on('look', (message) => {
        const look = Look.safeParse(message)
        if (look.success) looker.look(look.data.incidentId).catch(broken)
      })
      socket.on('disconnect', () => {
        looker.leave()
        positions.remove(watcher)
        stream.stop().catch(broken)
      })
      stream.start(guest.cursor).catch(broken)
    },
  }
}
