import { io, type Socket } from 'socket.io-client'
import {
  LIVE_PATH,
  type Frame,
  type Heartbeat,
  type Lookers,
  type PositionTick,
  type Snapshot,
} from '#contracts/wire/live.ts'

/** Who speaks to the live door without the dashboard's code, and may misbehave. */
export interface Caller {
  socket: Socket
  snapshots: Snapshot[]
  frames: Frame[]
  heartbeats: Heartbeat[]
  ticks: PositionTick[]
  lookers: Lookers[]
  farewells: string[]
  /** Why he was not let in. */
  refusals: string[]
  /** Why the connection ended. */
  ends: string[]
}

export const dial = (
  url: string,
  { auth, ...more }: { auth: Record<string, unknown>; origin?: string; transports?: string[] },
): Caller => {
  const { origin, transports = ['websocket'] } = more
  const socket: Socket = io(url, {
    path: LIVE_PATH,
    transports,
    reconnection: false,
    forceNew: true,
    auth,
    ...(origin === undefined ? {} : { extraHeaders: { origin } }),
  })
  const said = <T>(event: string): T[] => {
    const all: T[] = []
    socket.on(event, (message: T) => all.push(message))
    return all
  }
  const farewells: string[] = []
  const refusals: string[] = []
  const ends: string[] = []
  socket.on('farewell', ({ why }: { why: string }) => farewells.push(why))
  socket.on('connect_error', (error) => refusals.push(error.message))
  socket.on('disconnect', (reason) => ends.push(reason))
  return {
    socket,
    snapshots: said('snapshot'),
    frames: said('frame'),
    heartbeats: said('heartbeat'),
    ticks: said('positions'),
    lookers: said('lookers'),
    farewells,
    refusals,
    ends,
  }
}
