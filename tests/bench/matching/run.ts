import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRedis } from '../../../local/servers/redis.ts'
import { type Row, told } from '../timing.ts'
import { type Growth, growthOfEvents, growthOfNearest } from './growth.ts'
import { benchNearest } from './nearest.ts'
import { benchRound } from './rounds.ts'
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
  ] as SolveSize[],
  rounds: [
    { slots: 1, people: 3_000, repeats: 5 },
    { slots: 10, people: 3_000, repeats: 2 },
    { slots: 100, people: 3_000, repeats: 1 },
  ],
  nearest: [12_500, 25_000, 50_000, 100_000],
  events: { slots: 500, volunteers: [2_500, 5_000, 10_000, 20_000] },
  pairs: 7,
}
/** Minutes of its own: the dense side takes some ten seconds for each pair, and as long for the first comparison. */
const hot: SolveSize = { name: 'hot', slots: 2_000, volunteers: 10_000, repeats: 1, targets: targets.hot }
const none = { solve: '', event: '' }
/** Small enough for every run of CI (.ci/run): only the answers count. */
const quick: typeof full = {
  solving: [
    { name: 'uniform', slots: 100, volunteers: 500, repeats: 3, targets: none },
    { name: 'hot', slots: 150, volunteers: 600, repeats: 3, targets: none },
  ],
  rounds: [{ slots: 10, people: 400, repeats: 1 }],
  nearest: [2_500, 5_000],
  events: { slots: 50, volunteers: [250, 500] },
  pairs: 3,
}

/** Section 8 of the matching guide, as far as solver and index go. Throws when an answer is not equal. */
export const benchMatching = async (
  options: { quick: boolean; hot: boolean; seed: number },
  note: (line: string) => void,
): Promise<MatchingResult> => {
  const { solving, rounds, nearest, events, pairs } = options.quick ? quick : full
  const { seed } = options
  const dataDir = await mkdtemp(join(tmpdir(), 'top-ranger-bench-'))
  const redis = await startRedis({ dataDir, note })
  try {
    const nearestRows: Row[] = []
    // Thrown away: else the smallest size warms the code up for the larger ones, which then seem to grow less.
    await benchNearest(redis.url, nearest[0] ?? 0, pairs, seed)
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
    for (const size of rounds) {
      const row = await benchRound(size, pairs, seed)
      note(told(row))
      rows.push(row)
    }
    for (const size of options.hot ? [...solving, hot] : solving) {
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
