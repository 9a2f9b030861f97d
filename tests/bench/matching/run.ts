import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRedis } from '../../../local/servers/redis.ts'
import { type Row, told } from '../timing.ts'
import { type Growth, growthOfEvents, growthOfNearest } from './growth.ts'
import { benchNearest } from './nearest.ts'
import { benchSolving, type SolveSize } from './solving.ts'

export interface MatchingResult {
  rows: Row[]
  growth: Growth[]
}

const targets = {
  uniform: { solve: '≥ 300x', event: '≥ 2,000x' },
  hot: { solve: '≥ 40x', event: '≥ 2,000x' },
}
const full = {
  solving: [
    { name: 'uniform', slots: 1_000, volunteers: 5_000, repeats: 20, targets: targets.uniform },
    { name: 'hot', slots: 2_000, volunteers: 10_000, repeats: 1, targets: targets.hot },
  ] satisfies SolveSize[],
  nearest: [12_500, 25_000, 50_000, 100_000],
  events: { slots: 500, volunteers: [2_500, 5_000, 10_000, 20_000] },
  pairs: 7,
}
const none = { solve: '', event: '' }
/** Small enough for every run of CI (.ci/run): only the answers count. */
const quick: typeof full = {
  solving: [
    { name: 'uniform', slots: 100, volunteers: 500, repeats: 3, targets: none },
    { name: 'hot', slots: 150, volunteers: 600, repeats: 3, targets: none },
  ],
  nearest: [2_500, 5_000],
  events: { slots: 50, volunteers: [250, 500] },
  pairs: 3,
}

/** Section 8 of the matching guide, as far as solver and index go. Throws when an answer is not equal. */
export const benchMatching = async (
  options: { quick: boolean; seed: number },
  note: (line: string) => void,
): Promise<MatchingResult> => {
  const { solving, nearest, events, pairs } = options.quick ? quick : full
  const { seed } = options
  const dataDir = await mkdtemp(join(tmpdir(), 'top-ranger-bench-'))
  const redis = await startRedis({ dataDir, note })
  try {
    const nearestRows: Row[] = []
    for (const size of nearest) {
      const row = await benchNearest(redis.url, size, pairs, seed)
      note(told(row))
      nearestRows.push(row)
    }
    const growth = [
      ...growthOfNearest(nearest, nearestRows),
      growthOfEvents(events.slots, events.volunteers, pairs, seed),
    ]
    for (const { name, perDoubling } of growth) note(`${name}: ${perDoubling}x per doubling`)
    const rows: Row[] = []
    for (const size of solving) {
      const solved = await benchSolving(size, pairs, seed)
      for (const row of solved) note(told(row))
      rows.push(...solved)
    }
    return { rows: [...rows, ...nearestRows], growth }
  } finally {
    await redis.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
