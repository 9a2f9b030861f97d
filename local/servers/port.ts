import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** The port asked for, or a free one when none is. Throws when the one asked for is taken. */
export async function claimPort(asked?: number): Promise<number> {
  if (asked === undefined) return freePort()
  if (!(await isFree(asked))) throw new Error(`port ${asked} is already in use`)
  return asked
}

/** A port is free until somebody listens: of two claims before that, one would fail later. */
const given = new Set<number>()

/**
 * A free port of the loopback address, below the range that systems lend to outgoing connections: a client
 * that keeps knocking while its server is down could otherwise be lent the server's own port. No port is given twice by one process.
 */
async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const port = randomInt(15_000, 32_000)
    if (given.has(port)) continue
    given.add(port)
    if (await isFree(port)) return port
  }
  throw new Error('no free port between 15000 and 32000')
}

/** Whether nothing listens on `port` of the loopback address. */
export async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return false
  }
  server.close()
  await once(server, 'close')
  return true
}
