import { z } from 'zod'
import { LiveAuth, Watch, type Farewell } from '#contracts/wire/live.ts'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import { Trouble } from '../trouble.ts'
import { readAccess, type TokenPayload } from '../usecases/session/access-token.ts'
import { mayHear } from './audience.ts'
import type { Follower } from './follower.ts'
import type { Positions, Watcher } from './positions.ts'
import type { LiveSocket } from './serve.ts'
import { createStream } from './stream.ts'

export interface Guest {
  token: TokenPayload
  caller: Caller
  cursor: number | null
}

/** Says why, then hangs up. */
export const dismiss = (socket: LiveSocket, why: Farewell['why']): void => {
  socket.emit('farewell', { why })
  socket.disconnect(true)
}

/** A connected screen, from its admission to its farewell. */
export const createVisit = (context: Context, follower: Follower, positions: Positions) => {
  const { log } = context

  const identify = async (token: string): Promise<{ token: Guest['token']; caller: Caller }> => {
    const payload = readAccess(token, context.config.jwtSecret, context.clock.now())
    const caller = await context.standing.of(payload)
    if (caller === null || !mayHear(caller, 'incident')) throw new Trouble('not_signed_in')
    return { token: payload, caller }
  }

  return {
    /** @throws when the handshake is malformed or the person may not come in */
    admit: async (handshake: unknown): Promise<Guest> => {
      const { token, cursor } = LiveAuth.parse(handshake)
      return { ...(await identify(token)), cursor }
    },

    /** May he still be here? His rights are those of now, not those of the handshake. */
    check: async (socket: LiveSocket): Promise<void> => {
      const { guest } = socket.data
      if (guest.token.exp * 1000 <= context.clock.now().getTime()) return dismiss(socket, 'expired')
      const caller = await context.standing.of(guest.token)
      if (caller === null || caller.role !== guest.caller.role) dismiss(socket, 'revoked')
    },

    receive: (socket: LiveSocket): void => {
      const { guest } = socket.data
      const fail = (err: unknown): void => {
        log.warn({ err }, 'a live stream broke')
        socket.disconnect(true)
      }
      const stream = createStream(context, follower, () => socket.data.guest.caller, {
        snapshot: (snapshot) => socket.emit('snapshot', snapshot),
        frame: (frame) => socket.emit('frame', frame),
      })
      const watcher: Watcher = {
        agencyId: guest.caller.agencyId,
        tiles: new Set(),
        isNew: true,
        send: (tick) => socket.volatile.emit('positions', tick),
      }
      if (mayHear(guest.caller, 'volunteer')) positions.add(watcher)

      socket.on('watch', (message) => {
        const watch = Watch.safeParse(message)
        if (!watch.success) return
        watcher.tiles = new Set(watch.data.tiles)
        watcher.isNew = true
      })
      socket.on('resync', (cursor) => {
        const from = z.int().nonnegative().safeParse(cursor)
        if (from.success) stream.start(from.data).catch(fail)
      })
      socket.on('renew', (token, answer) => {
        identify(z.string().parse(token)).then(
          (known) => {
            const same = known.caller.userId === guest.caller.userId
            if (same) socket.data.guest = { ...socket.data.guest, ...known }
            answer(same)
          },
          () => answer(false),
        )
      })
      socket.on('disconnect', () => {
        positions.remove(watcher)
        stream.stop().catch(fail)
      })
      stream.start(guest.cursor).catch(fail)
    },
  }
}
