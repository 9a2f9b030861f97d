import { setTimeout as rest } from 'node:timers/promises'
import { WebSocket } from 'undici'
import type { Member } from './member.ts'

const TRIES = 40

/** Where a process that was told to open its inspector listens. @throws when it does not within a while */
export const debuggerUrl = async (port: number): Promise<string> => {
  for (let tries = 0; ; tries += 1)
    try {
      const listed = await fetch(`http://127.0.0.1:${port}/json/list`, { signal: AbortSignal.timeout(1000) })
      const [first] = (await listed.json()) as { webSocketDebuggerUrl: string }[]
      if (first !== undefined) return first.webSocketDebuggerUrl
      throw new Error('no debugger listens')
    } catch (error) {
      if (tries >= TRIES) throw error
      await rest(50)
    }
}

/**
 * Runs an expression inside a process of the product as it is: for what no signal can do (a blocked event loop, a clock that
 * jumps). Nothing in the product knows of it. Does not wait for the end of the expression.
 */
export const evaluate = async (member: Member, expression: string): Promise<void> => {
  member.signal('SIGUSR1')
  const socket = new WebSocket(await debuggerUrl(member.inspectPort))
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve())
    socket.addEventListener('error', () => reject(new Error(`no way into ${member.name}`)))
  })
  socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } }))
  // The frame must leave before the socket does.
  await rest(50)
  socket.close()
}

/** Keeps the event loop from turning. */
export const blocked = (ms: number): string =>
  `{ const until = performance.now() + ${ms}; while (performance.now() < until); }`

/** The machine's clock stands this far off from now on; 0 sets it right. Monotonic time runs on, as on a real machine. */
export const clockOff = (ms: number): string => `{
  const Real = globalThis.__realDate ??= globalThis.Date
  globalThis.Date = ${ms} === 0 ? Real : class extends Real {
    constructor(...given) { given.length === 0 ? super(Real.now() + ${ms}) : super(...given) }
    static now() { return Real.now() + ${ms} }
  }
}`
