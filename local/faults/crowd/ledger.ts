import { open } from 'node:fs/promises'

/** What kind of write a message asks for. */
export type Kind =
  | 'report'
  | 'order'
  | 'accept'
  | 'accept by link'
  | 'decline'
  | 'progress'
  | 'duty'
  | 'observe'
  | 'forged'
  | 'late'
  | 'other body'

/** One line: sent, answered, or heard from the platform. `at`: ms since the epoch, of the crowd's own clock. */
export type Line =
  | { e: 'sent'; at: number; id: string; kind: Kind; op: string; about: Record<string, string> }
  | {
      e: 'answer'
      at: number
      id: string
      kind: Kind
      side: number
      status: number
      word: string
      ref: Record<string, string>
      tookMs: number
    }
  | { e: 'heard'; at: number; partner: string; id: string; type: string; data: Record<string, unknown> }
  | { e: 'odd'; at: number; what: string }

/**
 * The crowd's own ledger, outside the platform: each line is on the disk (fdatasync) before whoever wrote it goes on, so a
 * message that was sent is known here before it can have an effect there. Lines that come together share a sync.
 */
export const openLedger = async (file: string) => {
  const handle = await open(file, 'a')
  let waiting: { text: string; done: () => void }[] = []
  let writing: Promise<void> | null = null

  const write = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await handle.appendFile(batch.map(({ text }) => text).join(''))
      await handle.datasync()
      for (const { done } of batch) done()
    }
    writing = null
  }
  return {
    note: (line: Line): Promise<void> =>
      new Promise((done) => {
        waiting.push({ text: `${JSON.stringify(line)}\n`, done })
        writing ??= write()
      }),
    close: async (): Promise<void> => {
      await writing
      await handle.close()
    },
  }
}
export type Ledger = Awaited<ReturnType<typeof openLedger>>
