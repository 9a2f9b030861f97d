import { io, type Socket } from 'socket.io-client'
import {
  HEARTBEAT_S,
  LIVE_PATH,
  type ClientToServer,
  type Farewell,
  type Frame,
  type Lookers,
  type PositionTick,
  type ServerToClient,
  type Snapshot,
} from '#contracts/wire/live.ts'
import { applyFrame, fromSnapshot, lacksReopened, type LiveCity } from './fold.ts'

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
  lookers?: (lookers: Lookers) => void
  farewell?: (farewell: Farewell) => void
  /** Each snapshot and frame as it came, before it is folded. */
  received?: (message: Snapshot | Frame) => void
  /** Whenever it asks for everything again, and from where. */
  asking?: (from: number | null) => void
  now?: () => number
}

/** Nothing heard for this long: the screen says that it is behind. */
export const BEHIND_AFTER_MS = HEARTBEAT_S * 2 * 1000

/** How often the screen looks at its own age. */
export const LOOK_MS = 250
/** Refused at the door: again after this long. */
const KNOCK_AGAIN_MS = 2000

/** Keeps a city up to date over one websocket. It never polls: what it cannot hear it says. */
export const connectLive = (options: LiveOptions) => {
  const { url, changed, received, now = () => performance.now() } = options
  let city: LiveCity | null = null
  let link: Link = 'connecting'
  let heardAt: number | null = null
  let asked = false
  /** The same as `heardAt` on a clock that nobody sets. */
  let freshAt = performance.now()
  /** Where we stood when a heartbeat told of more. */
  let shortAt: number | null = null
  let watched: string[] = []
  let looking: string | null = null
  let knocking: ReturnType<typeof setTimeout> | undefined

  const socket: Socket<ServerToClient, ClientToServer> = io(url, {
    path: LIVE_PATH,
    transports: ['websocket'],
    reconnectionDelay: 300,
    reconnectionDelayMax: 3000,
    // A slow desk on a slow line must not give up a greeting that is under way, again and again.
    timeout: 20_000,
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
  const heard = (ageMs = 0): void => {
    heardAt = now() - ageMs
    freshAt = performance.now() - ageMs
  }
  const isBehind = (): boolean => performance.now() - freshAt > BEHIND_AFTER_MS
  /** Asked once: everything after our seq comes again, in order; with null, everything that is. */
  const askAgain = (from: number | null): void => {
    if (asked) return
    asked = true
    options.asking?.(from)
    socket.emit('resync', from)
  }

  socket.on('snapshot', (snapshot) => {
    received?.(snapshot)
    heard()
    city = fromSnapshot(snapshot)
    asked = false
    tell('live')
  })
  socket.on('frame', (frame) => {
    received?.(frame)
    heard()
    if (city === null) return
    const next = applyFrame(city, frame)
    if (next === 'hole') {
      askAgain(city.seq)
      return tell('behind')
    }
    city = next
    asked = false
    if (lacksReopened(city, frame)) askAgain(null)
    tell('live')
  })
  socket.on('heartbeat', ({ seq, ageMs }) => {
    heard(ageMs)
    if (city === null) return tell('behind')
    const short = seq > city.seq ? city.seq : null
    // Frames come before the heartbeat that counts them. Still where we stood at the last one: they are lost.
    if (short !== null && short === shortAt) askAgain(short)
    shortAt = short
    tell(short !== null || isBehind() ? 'behind' : 'live')
  })
  socket.on('positions', (tick) => options.positions?.(tick))
  socket.on('lookers', (lookers) => options.lookers?.(lookers))
  socket.on('farewell', (farewell) => options.farewell?.(farewell))
  socket.on('connect', () => {
    heard()
    asked = false
    shortAt = null
    if (watched.length > 0) socket.emit('watch', { tiles: watched })
    if (looking !== null) socket.emit('look', { incidentId: looking })
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
    if (!socket.active) knocking = setTimeout(() => socket.connect(), KNOCK_AGAIN_MS)
  })

  const watchdog = setInterval(() => {
    if (link === 'live' && isBehind()) tell('behind')
  }, LOOK_MS)

  return {
    /** The tiles in view, whose positions are wanted. */
    watch: (tiles: string[]): void => {
      watched = tiles
      if (socket.connected) socket.emit('watch', { tiles })
    },
    /** The incident whose file is open, so that colleagues see it; null: none. */
    look: (incidentId: string | null): void => {
      if (incidentId === looking) return
      looking = incidentId
      if (socket.connected) socket.emit('look', { incidentId })
    },
    /** A fresh token for the connection that is open. */
    renew: (token: string): void => {
      if (socket.connected) socket.emit('renew', token, () => undefined)
    },
    close: (): void => {
      clearInterval(watchdog)
      clearTimeout(knocking)
      socket.close()
    },
  }
}
export type Live = ReturnType<typeof connectLive>
