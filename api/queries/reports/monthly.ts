import type { MonthlyFigures } from '#contracts/wire/routes/report-views.ts'
import type { Context } from '../../context.ts'
import { foldUpTo, type AsOf } from './as-of.ts'
import { figuresOf } from './month.ts'

const MOST = 2000
/** Midnight in Kupang (WITA, UTC+8). */
const startOf = (year: number, month: number): string =>
  new Date(Date.UTC(year, month - 1, 1) - 8 * 3_600_000).toISOString()

/** The figures of `2026-01` from the facts of the incidents reported in it, without drills, as they stand now. */
export const monthlyFigures = async (
  context: Context,
  agencyId: string,
  month: string,
): Promise<MonthlyFigures> => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const { clock, factQueries, store } = context
  const at = clock.now().toISOString()
  const ids = await factQueries.reportedBetween(
    agencyId,
    startOf(year, number),
    startOf(year, number + 1),
    MOST,
  )
  const told: AsOf[] = []
  for (const id of ids) {
    const found = foldUpTo(await store.cursors.of(id), at)
    if (found !== null) told.push(found)
  }
  return figuresOf(month, at, told, store.sla)
}
