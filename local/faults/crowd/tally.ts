import type { Tally } from './place.ts'

const WINDOW_MS = 1000

/** Counts as the crowd goes. */
export const createCounts = () => {
  const totals = { acknowledged: 0, acceptances: 0, confirmed: 0, reports: 0, slowestMs: 0, underWay: 0 }
  let lately: number[] = []
  const within = (): number[] => (lately = lately.filter((at) => at > performance.now() - WINDOW_MS))
  return {
    totals,
    acknowledged: (): void => {
      totals.acknowledged += 1
      lately.push(performance.now())
    },
    perSecond: (): number => within().length,
    tally: (): Tally => ({ ...totals, perSecond: within().length }),
  }
}
export type Counts = ReturnType<typeof createCounts>
