import { readAnchors } from '../../api/queries/anchors.ts'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { systemClock } from '#contracts/runtime/clock.ts'
import { createAsking } from '#contracts/store/asking.ts'
import { createCursors } from '#contracts/store/cursors.ts'
import type { Models } from '#contracts/store/models.ts'
import type { Finding } from './checks.ts'

/** A fact has its anchor within a minute; so much later nobody writes any. */
const LATE_S = 300
const what = 'Anchors'
const way = 'the worker must be able to write the file; its log says why not'

/** Is the end of the ledger written outside the database, where whoever cuts it short cannot take it back? */
export const checkAnchors = async (models: Models, file: string | null, now: Date): Promise<Finding> => {
  if (file === null)
    return { what, ok: false, found: 'not looked at', way: "name the worker's file in ANCHOR_FILE" }
  const { after } = createCursors(models, systemClock)
  const late = plusSeconds(now.toISOString(), -LATE_S)
  const written: string[] = []
  try {
    for (const agencyId of await createAsking(models).agencyIds()) {
      const last = (await readAnchors(file, agencyId))?.last ?? null
      const [next] = await after(agencyId, last?.seq ?? 0, 1)
      const found = `${agencyId}: ${last === null ? 'none' : `the last at ${last.at}`}`
      if (next !== undefined && next.at < late)
        return { what, ok: false, found: `${found}, and facts wait for one since ${next.at}`, way }
      written.push(found)
    }
    return { what, ok: true, found: written.join('; ') || 'no agency yet' }
  } catch (error) {
    return { what, ok: false, found: error instanceof Error ? error.message : String(error), way }
  }
}
