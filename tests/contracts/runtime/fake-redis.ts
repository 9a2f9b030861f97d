import { createServer, type Socket } from 'node:net'
import { once } from 'node:events'

/** What the server does with a command: sends a raw RESP reply, stays silent, or cuts the connection. */
export type Answer = { reply: string } | 'silence' | 'cut'

export interface FakeRedis {
  url: string
  /** Commands that arrived, without those of the handshake. */
  received: string[][]
  /** Connections accepted so far. */
  connections(): number
  cutAll(): void
  close(): Promise<void>
}

/**
 * A server outside our walls that misbehaves on order: speaks enough RESP2 for a client to become ready
 * and leaves the rest to `answer`.
 */
export async function startFakeRedis(answer: (command: string[], nth: number) => Answer): Promise<FakeRedis> {
  const received: string[][] = []
  const sockets = new Set<Socket>()
  let connections = 0

  function reply(command: string[]): Answer {
    const verb = command[0]?.toLowerCase()
    if (verb === 'hello') return { reply: "-ERR unknown command 'HELLO'\r\n" }
    if (verb === 'client' || verb === 'quit') return { reply: '+OK\r\n' }
    if (verb === 'info' && command.length === 1) return { reply: '$11\r\nloading:0\r\n\r\n' }
    received.push(command)
    return answer(command, received.length)
  }

  const server = createServer((socket) => {
    connections += 1
    sockets.add(socket)
    let held = ''
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', (data) => {
      held += data.toString('latin1')
      for (
        let [command, rest] = nextCommand(held);
        command !== undefined;
        [command, rest] = nextCommand(held)
      ) {
        held = rest
        const what = reply(command)
        if (what === 'cut') socket.destroy()
        else if (what !== 'silence') socket.write(what.reply)
        if (command[0] === 'quit') socket.end()
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')

  const cutAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `redis://127.0.0.1:${address.port}`,
    received,
    connections: () => connections,
    cutAll,
    close: async () => {
      cutAll()
      server.close()
      await once(server, 'close')
    },
  }
}

function nextCommand(text: string): [command: string[] | undefined, rest: string] {
  const head = /^\*(\d+)\r\n/.exec(text)
  if (head === null) return [undefined, text]
  let rest = text.slice(head[0].length)
  const command: string[] = []
  for (let left = Number(head[1]); left > 0; left -= 1) {
    const size = /^\$(\d+)\r\n/.exec(rest)
    if (size === null) return [undefined, text]
    const end = size[0].length + Number(size[1])
    if (rest.length < end + 2) return [undefined, text]
    command.push(rest.slice(size[0].length, end))
    rest = rest.slice(end + 2)
  }
  return [command, rest]
}
