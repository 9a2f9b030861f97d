import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Logger } from '#contracts/runtime/log.ts'
import { createThread } from '#contracts/runtime/thread.ts'
import type { AfterAction } from '#contracts/wire/routes/report-views.ts'

export interface PaperOrder {
  report: AfterAction
  agencyName: string
}

/** Here and now, for a process that runs from source and has no bundle of the thread. */
const printHere = async ({ report, agencyName }: PaperOrder): Promise<Uint8Array<ArrayBuffer>> => {
  const [{ print }, { afterActionDocument }] = await Promise.all([
    import('./print.ts'),
    import('./after-action-document.ts'),
  ])
  return print(afterActionDocument(report, agencyName))
}

/** Prints reports as PDF, in a thread (`bundle`): setting type keeps a processor busy for half a second. Rejects with what failed. */
export const createPrinter = (bundle: URL, log: Logger) => {
  const hasThread = existsSync(fileURLToPath(bundle))
  if (!hasThread) log.debug('reports are printed without a thread')
  const { ask, close } = createThread(hasThread ? bundle : null, printHere)
  return { afterAction: ask, close }
}
export type Printer = ReturnType<typeof createPrinter>
