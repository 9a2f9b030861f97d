import type { Socket } from 'socket.io'

/** A reader for whom more than this waits is cut: he comes back with his cursor. */
export const MAX_WAITING = 8 * 1024 * 1024

/** The websocket below a connection, as far as it concerns us. */
interface Wire {
  bufferedAmount: number
  terminate: () => void
}

const isWire = (value: unknown): value is Wire =>
  typeof value === 'object' && value !== null && 'bufferedAmount' in value && 'terminate' in value

/** What lies between a screen and us: how much waits for its reader, and the way to end it. */
export const createLine = ({ conn }: Pick<Socket, 'conn'>) => {
  const wire = 'socket' in conn.transport && isWire(conn.transport.socket) ? conn.transport.socket : null
  // While one write is under way the engine keeps the next ones itself: the websocket knows nothing of them.
  let kept = 0
  conn.on('packetCreate', ({ data }: { data?: unknown }) => {
    if (typeof data === 'string') kept += data.length
  })
  conn.on('flush', () => {
    kept = 0
  })

  const isFree = (): boolean => conn.transport.writable

  return {
    /** Nothing waits: what is written now leaves now. */
    isFree,

    /** Bytes that were written for the reader and have not left yet. */
    waiting: (): number => kept + (wire?.bufferedAmount ?? 0),

    /** When everything written so far has left, or the line has ended. */
    idle: async (): Promise<void> => {
      while (conn.readyState === 'open' && !isFree())
        await new Promise<void>((resolve) => {
          const done = (): void => {
            conn.transport.off('ready', done)
            conn.off('close', done)
            resolve()
          }
          conn.transport.on('ready', done)
          conn.on('close', done)
        })
    },

    /** Ends it at once. A polite end waits until the reader has taken what was written, and some never do. */
    cut: (): void => wire?.terminate(),
  }
}
export type Line = ReturnType<typeof createLine>
