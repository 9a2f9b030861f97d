import { io, type Socket } from 'socket.io-client'
import { LIVE_PATH, type ClientToServer, type ServerToClient, type Snapshot } from '#contracts/wire/live.ts'

/** Everything at one moment, as the api gives it to a screen that has just been opened. */
export const snapshotOf = async (url: string, token: string): Promise<Snapshot> => {
  const socket: Socket<ServerToClient, ClientToServer> = io(url, {
    path: LIVE_PATH,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth: { token, cursor: null },
  })
  try {
    return await new Promise<Snapshot>((resolve, reject) => {
      socket.on('snapshot', resolve)
      socket.on('connect_error', reject)
    })
  } finally {
    socket.close()
  }
}
