import { once } from 'node:events'
import { WebSocket } from 'undici'
import { debuggerUrl } from '../../faults/ground/inspector.ts'
import type { Member } from '../../faults/ground/member.ts'

interface Reply {
  id?: number
  result?: { usedSize?: number }
}

/** What a process really holds: its heap in MB after everything was swept up. Nothing in the product knows of it. */
export const heapAfterSweep = async (member: Member): Promise<number> => {
  member.signal('SIGUSR1')
  const socket = new WebSocket(await debuggerUrl(member.inspectPort))
  await once(socket, 'open')
  const ask = (id: number, method: string): Promise<Reply> =>
    new Promise((resolve) => {
      socket.addEventListener('message', ({ data }) => {
        const reply = JSON.parse(String(data)) as Reply
        if (reply.id === id) resolve(reply)
      })
      socket.send(JSON.stringify({ id, method }))
    })
  await ask(1, 'HeapProfiler.collectGarbage')
  const { result } = await ask(2, 'Runtime.getHeapUsage')
  socket.close()
  return Math.round((result?.usedSize ?? 0) / 1e5) / 10
}
