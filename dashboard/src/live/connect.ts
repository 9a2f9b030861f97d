import { io, type Socket } from 'socket.io-client'
import {
  HEARTBEAT_S,
  LIVE_PATH,
  type ClientToServer,
  type Farewell,
  type PositionTick,
  type ServerToClient,
} from '#contracts/wire/live.ts'
import { applyFrame, fromSnapshot, type LiveCity } from './fold.ts'

/** How the screen stands to the city. `behind`: connected, but nothing was heard for too long, or facts are missing. */
export type Link = 'connecting' | 'live' | 'behind' | 'cut'

export interface LiveOptions {
  /** Address of the api; empty: where the page came from. */
  url: string
  /** A valid access token; null when nobody is signed in any more. */
  token: () => Promise<string | null>
  /** After every change, and whenever the link changes. */
  changed: (city: LiveCity | null, link: Link, heardAt: number | null) => void
  positions?: (tick: PositionTick) => void
  farewell?: (farewell: Farewell) => void
  now?: () => number
}

/** Nothing heard for this long: the screen says that it is behind. */
export const BEHIND_AFTER_MS = HEARTBEAT_S * 2 * 1000

/** Keeps a city up to date over one websocket. It never polls: what it cannot hear it says. */
export const connectLive = (options: LiveOptions) => {
  const { url, changed, now = () => performance.now() } = options
  let city: LiveCity | null = null
  let link: Link = 'connecting'
  let heardAt: number | null = null
  let asked = false
  let watched: string[] = []

  const socket: Socket<ServerToClient, ClientToServer> = io(url, {
    path: LIVE_PATH,
    transports: ['websocket'],
    reconnectionDelay: 300,
    reconnectionDelayMax: 3000,
    timeout: 5000,
    auth: (give) => {
      options.token().then(
        (token) => give({ token: token ?? '', cursor: city?.seq ?? null }),
        () => give({ token: '', cursor: null }),
      )
    },
  })

  const tell = (next: Link): void => {
    link = next
    changed(city, link, heardAt)
  }
  const heard = (): void => {
    heardAt = now()
  }

  socket.on('snapshot', (snapshot) => {
    heard()
    city = fromSnapshot(snapshot)
    asked = false
    tell('live')
  })
  socket.on('frame', (frame) => {
    heard()
    if (city === null) return
    const next = applyFrame(city, frame)
    if (next === 'hole') {
      // Asked once: everything after our seq comes again, in order.
      if (!asked) socket.emit('resync', city.seq)
      asked = true
      return tell('behind')
    }
    city = next
    asked = false
    tell('live')
  })
  socket.on('heartbeat', ({ seq }) => {
    heard()
    tell(city !== null && seq <= city.seq ? 'live' : link === 'live' ? 'live' : 'behind')
  })
  socket.on('positions', (tick) => options.positions?.(tick))
  socket.on('farewell', (farewell) => options.farewell?.(farewell))
  socket.on('connect', () => {
    heard()
    if (watched.length > 0) socket.emit('watch', { tiles: watched })
    if (city !== null) tell('behind')
  })
  socket.on('disconnect', (reason) => {
    tell('cut')
    // The server hung up on purpose: socket.io does not come back by itself then.
    if (reason === 'io server disconnect') socket.connect()
  })
  socket.on('connect_error', () => {
    tell('cut')
    // Refused in the handshake: again with a fresh token, but not at once.
    if (!socket.active) setTimeout(() => socket.connect(), 2000)
  })

  const watchdog = setInterval(() => {
    if (link === 'live' && heardAt !== null && now() - heardAt > BEHIND_AFTER_MS) tell('behind')
  }, 500)

  return {
    /** The tiles in view, whose positions are wanted. */
    watch: (tiles: string[]): void => {
      watched = tiles
      if (socket.connected) socket.emit('watch', { tiles })
    },
    /** A fresh token for the connection that is open. */
    renew: (token: string): void => {
      if (socket.connected) socket.emit('renew', token, () => undefined)
    },
    close: (): void => {
      clearInterval(watchdog)
      socket.close()
    },
  }
}
export type Live = ReturnType<typeof connectLive>
