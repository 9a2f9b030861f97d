import { serveThread } from '#contracts/runtime/thread.ts'
import { afterActionDocument } from './after-action-document.ts'
import type { PaperOrder } from './printer.ts'
import { print } from './print.ts'

// A bundle of its own (local/build.ts), run as a thread of the api by printer.ts: a report takes half a second.
serveThread(async ({ report, agencyName }: PaperOrder) => print(afterActionDocument(report, agencyName)))
