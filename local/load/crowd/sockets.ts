import { io, type Socket } from 'socket.io-client'
import { LIVE_PATH, MAX_TILES, TILE_DEG, tileOf, type Frame, type Snapshot } from '#contracts/wire/live.ts'

/** One in so many looks at the whole city, the others at a neighbourhood. */
const WHOLE_EVERY = 5
const city = { south: -10.24, north: -10.1, west: 123.54, east: 123.7 }

const tilesOf = ({ south, north, west, east }: typeof city): string[] => {
  const tiles: string[] = []
  for (let lat = south; lat < north; lat += TILE_DEG)
    for (let lng = west; lng < east; lng += TILE_DEG) tiles.push(tileOf(lat, lng))
  return tiles.slice(0, MAX_TILES)
}
const neighbourhood = (n: number): string[] => {
  const south = city.south + ((n * 7) % 5) * TILE_DEG
  const west = city.west + ((n * 3) % 6) * TILE_DEG
  return tilesOf({ south, west, north: south + 2 * TILE_DEG, east: west + 2 * TILE_DEG })
}

/** Screens that hear everything and draw nothing, half of them at each api; counted is what comes. */
export const openSockets = (apis: readonly string[], many: number, token: () => string) => {
  const heard = { snapshots: 0, frames: 0, facts: 0, ticks: 0, fixes: 0, cuts: 0, holes: 0 }
  const is = { closing: false }

  const open = (n: number): Socket => {
    let cursor: number | null = null
    const socket = io(apis[n % apis.length] ?? '', {
      path: LIVE_PATH,
      transports: ['websocket'],
      forceNew: true,
      auth: (give) => give({ token: token(), cursor }),
    })
    socket.on('snapshot', ({ seq }: Snapshot) => {
      heard.snapshots += 1
      cursor = seq
    })
    socket.on('frame', ({ from, to, facts }: Frame) => {
      heard.frames += 1
      heard.facts += facts.length
      if (cursor !== null && from > cursor + 1) heard.holes += 1
      cursor = Math.max(cursor ?? 0, to)
    })
    socket.on('positions', ({ fixes }: { fixes: unknown[] }) => {
      heard.ticks += 1
      heard.fixes += fixes.length
    })
    socket.on('connect', () => {
      socket.emit('watch', { tiles: n % WHOLE_EVERY === 0 ? tilesOf(city) : neighbourhood(n) })
    })
    socket.on('disconnect', (reason) => {
      if (is.closing) return
      heard.cuts += 1
      // Whoever was hung up on comes back by himself, with the token of that moment.
      if (reason === 'io server disconnect') setTimeout(() => void socket.connect(), 1000)
    })
    return socket
  }
  const sockets = Array.from({ length: many }, (_, n) => open(n))
  return {
    heard,
    connected: (): number => sockets.filter((socket) => socket.connected).length,
    close: (): void => {
      is.closing = true
      for (const socket of sockets) socket.disconnect()
    },
  }
}
