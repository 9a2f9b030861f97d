import { withDeadline } from './deadline.ts'
import type { Logger } from './log.ts'

type Close = () => Promise<unknown> | void

export interface Closers {
  /** To be closed before everything added earlier. Added while closing is under way: closed as well. */
  add(name: string, close: Close): void
  /** Closes all, newest first, one after the other. False when one failed or ran over its deadline. */
  closeAll(): Promise<boolean>
}

/** What a process has opened. A closer that fails or hangs (`deadlineMs` each) does not keep the others open. */
export function createClosers({ log, deadlineMs = 5000 }: { log: Logger; deadlineMs?: number }): Closers {
  const open: { name: string; close: Close }[] = []
  let clean = true
  let closing: Promise<boolean> | undefined

  async function closeOpen(): Promise<boolean> {
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { name, close } = next
      try {
        await withDeadline(Promise.resolve().then(close), deadlineMs, `closing ${name}`)
        log.debug({ closer: name }, 'closed')
      } catch (err) {
        clean = false
        log.error({ err, closer: name }, 'did not close in order')
      }
    }
    return clean
  }

  return {
    add: (name, close) => {
      open.push({ name, close })
      if (closing !== undefined) closing = closing.then(closeOpen)
    },
    closeAll: () => (closing ??= closeOpen()),
  }
}
