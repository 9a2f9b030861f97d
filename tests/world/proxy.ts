import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** `up`: from whoever dials in to the server behind; `down`: back to him. */
export type Direction = 'up' | 'down'
const both: readonly Direction[] = ['up', 'down']

interface Link {
  /** Where the bytes of each direction come from. */
  from: Record<Direction, Socket>
}

/** A TCP link that a test may disturb. */
export interface Proxy {
  port: number
  /** The same address by way of this proxy. */
  via: (url: string) => string
  /** Links that are open now. */
  links: () => number
  /** Links that ever were. */
  opened: () => number
  /** Bytes handed on so far. */
  bytes: Readonly<Record<Direction, number>>
  /** Hands nothing on any more, in these directions, also on links to come; they stay open. */
  stall: (...directions: Direction[]) => void
  resume: () => void
  /** Resets all links. New ones are taken. */
  cut: () => void
  /** Resets every new link until `admit`. */
  refuse: () => void
  admit: () => void
  close: () => Promise<void>
}

/** Opens a proxy before the server at `url` (or `mongodb://…`, `redis://…`). */
export const openProxy = async (url: string): Promise<Proxy> => {
  const target = new URL(url)
  const links = new Set<Link>()
  const stalled = new Set<Direction>()
  const bytes = { up: 0, down: 0 }
  const is = { refusing: false }
  let opened = 0

  const pump = (from: Socket, to: Socket, direction: Direction): void => {
    if (stalled.has(direction)) from.pause()
    from.on('data', (chunk) => {
      bytes[direction] += chunk.length
      if (!to.write(chunk)) from.pause()
    })
    to.on('drain', () => {
      if (!stalled.has(direction)) from.resume()
    })
    from.on('end', () => to.end())
    // The other side sees how it ended: in order, or with a reset.
    from.on('error', () => to.resetAndDestroy())
    from.on('close', () => to.destroySoon())
  }

  const server = createServer({ allowHalfOpen: true }, (near) => {
    opened += 1
    if (is.refusing) {
      near.resetAndDestroy()
      return
    }
    const far = connect({ host: target.hostname, port: Number(target.port), allowHalfOpen: true })
    const link: Link = { from: { up: near, down: far } }
    links.add(link)
    near.on('close', () => links.delete(link))
    pump(near, far, 'up')
    pump(far, near, 'down')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  const cut = (): void => {
    for (const { from } of links) for (const direction of both) from[direction].resetAndDestroy()
  }
  return {
    port,
    via: (address) => {
      const there = new URL(address)
      there.hostname = '127.0.0.1'
      there.port = String(port)
      return there.toString().replace(/\/$/, '')
    },
    links: () => links.size,
    opened: () => opened,
    bytes,
    stall: (...directions) => {
      for (const direction of directions.length === 0 ? both : directions) {
        stalled.add(direction)
        for (const { from } of links) from[direction].pause()
      }
    },
    resume: () => {
      stalled.clear()
      for (const { from } of links) for (const direction of both) from[direction].resume()
    },
    cut,
    refuse: () => {
      is.refusing = true
    },
    admit: () => {
      is.refusing = false
    },
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      cut()
      await closed
    },
  }
}
