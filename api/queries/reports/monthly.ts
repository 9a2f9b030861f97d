import type { MonthlyFigures } from '#contracts/wire/routes/report-views.ts'
import type { Context } from '../../context.ts'
import { figuresOf } from './month.ts'
import { reportedIn } from './reported.ts'

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
  const { clock, store } = context
  const at = clock.now().toISOString()
  const told = await reportedIn(context, agencyId, startOf(year, number), startOf(year, number + 1), at)
  return figuresOf(month, at, told, store.sla)
}
