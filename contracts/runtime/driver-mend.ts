import type { Socket } from 'node:net'
import { createRequire } from 'node:module'

interface DriverConnection {
  closed: boolean
  socket: Socket
}
interface DriverClass {
  prototype: DriverConnection & { cleanup: (this: DriverConnection, error: Error) => void }
}

const MENDED = Symbol('mended')

/** The class that the driver of mongoose makes each of its connections from; no part of what it exports. */
const connectionClass = (): DriverClass => {
  const besideMongoose = createRequire(createRequire(import.meta.url).resolve('mongoose'))
  const { Connection } = besideMongoose('mongodb/lib/cmap/connection.js') as { Connection?: DriverClass }
  if (typeof Connection?.prototype.cleanup !== 'function')
    throw new Error('The MongoDB driver ends its connections in another way now: look at driver-mend.ts')
  return Connection
}

/**
 * Wakes whoever waits to write to MongoDB when his connection ends. The driver (7.8.0 and 7.9.0, `writeCommand`) writes, and when
 * `write` answers false it waits for `drain` without a limit. It answers false also when the socket is destroyed and its `close`
 * still to come, as when a server that goes away ends all lines at once: then `drain` never comes. If it is the driver's monitor
 * that waits, the process never finds MongoDB again (tests/contracts/runtime/driver-mend.test.ts; docs/faults.md, seed 531564).
 */
export const mendDriver = (): void => {
  const { prototype } = connectionClass()
  if (Reflect.has(prototype.cleanup, MENDED)) return
  const { cleanup } = prototype
  const mended = function (this: DriverConnection, error: Error): void {
    const ends = !this.closed
    cleanup.call(this, error)
    if (ends && this.socket.listenerCount('drain') > 0) this.socket.emit('error', error)
  }
  prototype.cleanup = Object.assign(mended, { [MENDED]: true })
}
