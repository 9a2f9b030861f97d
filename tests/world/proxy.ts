import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as rest } from 'node:timers/promises'

/** `up`: from whoever dials in to the server behind; `down`: back to him. */
export type Direction = 'up' | 'down'
const both: readonly Direction[] = ['up', 'down']
/** Of a chunk so many bytes come one by one; the rest of a long one would only take time. */
const SLICED = 256

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
  /** From now on every chunk arrives this much later, in order; 0: at once again. */
  slow: (ms: number) => void
  /** From now on a chunk arrives byte by byte, the first `SLICED` bytes of it. */
  slice: (on: boolean) => void
  /** Resets all links. New ones are taken. */
  cut: () => void
  /** Ends all links in order, all at once, as a server does that goes away. New ones are taken. */
  hangUp: () => void
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
  const is = { refusing: false, slicing: false, lateMs: 0 }
  let opened = 0

  const piecesOf = (chunk: Buffer): Buffer[] =>
    is.slicing
      ? [...[...chunk.subarray(0, SLICED)].map((byte) => Buffer.of(byte)), chunk.subarray(SLICED)]
      : [chunk]

  /** Hands chunks on in order: at once, or each when its time has come. */
  const courier = (to: Socket, full: () => void) => {
    let underWay = 0
    let tail = Promise.resolve()
    const write = (chunk: Buffer): void => {
      if (!to.write(chunk)) full()
    }
    const later = async (chunk: Buffer, dueAt: number): Promise<void> => {
      const leftMs = dueAt - performance.now()
      if (leftMs > 0) await rest(leftMs)
      for (const piece of piecesOf(chunk)) {
        write(piece)
        if (is.slicing) await new Promise((next) => setImmediate(next))
      }
      underWay -= 1
    }
    return {
      hand: (chunk: Buffer): void => {
        if (underWay === 0 && is.lateMs === 0 && !is.slicing) return write(chunk)
        underWay += 1
        const dueAt = performance.now() + is.lateMs
        tail = tail.then(() => later(chunk, dueAt))
      },
      /** After everything that is under way. */
      after: (work: () => void): void => {
        if (underWay === 0) work()
        else void tail.then(work)
      },
    }
  }

  const pump = (from: Socket, to: Socket, direction: Direction): void => {
    if (stalled.has(direction)) from.pause()
    to.setNoDelay(true)
    const { hand, after } = courier(to, () => from.pause())
    from.on('data', (chunk) => {
      bytes[direction] += chunk.length
      hand(chunk)
    })
    to.on('drain', () => {
      if (!stalled.has(direction)) from.resume()
    })
    from.on('end', () => after(() => to.end()))
    // The other side sees how it ended: in order, or with a reset.
    from.on('error', () => to.resetAndDestroy())
    from.on('close', () => after(() => to.destroySoon()))
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
    slow: (ms) => {
      is.lateMs = ms
    },
    slice: (on) => {
      is.slicing = on
    },
    cut,
    hangUp: () => {
      for (const { from } of links) {
        from.down.destroy()
        from.up.end()
      }
    },
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
