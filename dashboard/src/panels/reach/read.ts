import type { coverageMinutes } from '#contracts/wire/routes/coverage.ts'
import { keys } from '../../api/keys.ts'
import { useRead } from '../../api/queries.ts'

export type Minutes = (typeof coverageMinutes)[number]

/** People move and come on duty: read anew that often, in milliseconds. */
const EVERY_MS = 15_000

/** Who reaches which kelurahan in so many minutes; anew while it is shown. */
export const useCoverage = (minutes: Minutes) =>
  useRead('readCoverage', keys.coverage(minutes), { query: { minutes } }, true, () => EVERY_MS)
