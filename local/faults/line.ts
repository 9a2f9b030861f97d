import type { Fault } from './oracle/evidence.ts'

/** What one cycle came to: a line of the run file. */
export interface CycleLine {
  cycle: number
  seed: number
  commit: string
  at: string
  engine: string
  /** What went wrong, in this order. */
  faults: string[]
  lastedMs: number
  /** False: fewer than 50 writes were acknowledged in the second before, or nobody said yes undisturbed: it proves nothing. */
  counts: boolean
  /** Whether the bounds of time could be judged, or the machine was too slow by itself; older lines do not say. */
  judged?: { bounds: boolean }
  /** Acknowledged writes: in the second before the fault, while it lasted, in the whole cycle. */
  before: number
  during: number
  acknowledged: number
  acceptances: number
  confirmed: number
  /** The longest that one request waited for its answer, or in vain: from the fault to the end of the load, and before it. */
  slowestMs: number
  calmSlowestMs?: number
  /** A report, its search and a yes, under this load and before anything went wrong; of a few cycles ago at most. */
  calmS: number | null
  /** From the cure until a report, its search and a yes went through, all new; null: not within 40 s. */
  recoveryS: number | null
  /** From the end of the load until no law was broken any more. */
  settledS: number
  /** From quiet until every screen showed what the database holds; null: none did. */
  screensS?: number | null
  /** What was broken at the first looks and healed, by law. */
  healed?: Record<string, number>
  /** The whole cycle. */
  tookS: number
  /** Its parts, in seconds: until yeses came, the undisturbed probe, the rush, the fault, traffic again, rest. */
  laps: Record<string, number>
  lost: number
  double: number
  gaps: number
  broken: Fault[]
  /** What only happens sometimes, within this cycle. */
  sometimes: Record<string, number>
  /** What the loops of the workers found undone and did, what became loud and what time alone ended, within this cycle; older lines have none. */
  mends?: Record<string, number>
  crashes: number
  /** CPU seconds of all processes that lived through the cycle; the harness included. */
  cpuS: Record<string, number>
}

/** A cycle that could not be played to its end counts for nothing, and is a breach until somebody has looked. */
export const unplayedLine = (
  about: Pick<CycleLine, 'cycle' | 'seed' | 'commit' | 'engine'>,
  why: string,
): CycleLine => ({
  ...about,
  at: new Date().toISOString(),
  faults: ['not played to its end'],
  lastedMs: 0,
  counts: false,
  before: 0,
  during: 0,
  acknowledged: 0,
  acceptances: 0,
  confirmed: 0,
  slowestMs: 0,
  calmS: null,
  recoveryS: null,
  settledS: 0,
  tookS: 0,
  laps: {},
  lost: 0,
  double: 0,
  gaps: 0,
  broken: [{ law: 'I8', subject: 'cycle', what: why }],
  sometimes: {},
  crashes: 0,
  cpuS: {},
})

const doubles = new Set(['I2', 'I3', 'I5'])

export const countFaults = (broken: readonly Fault[]): Pick<CycleLine, 'lost' | 'double' | 'gaps'> => ({
  lost: broken.filter(({ law }) => law === 'I1').length,
  double: broken.filter(({ law }) => doubles.has(law)).length,
  gaps: broken.filter(({ law, what }) => law === 'I7' && what.includes('follows on')).length,
})

export const countByLaw = (faults: readonly Fault[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { law } of faults) counts[law] = (counts[law] ?? 0) + 1
  return counts
}

export const isGood = ({ broken }: CycleLine): boolean => broken.length === 0

/** Something is wrong that no slow machine explains: more than traffic that came back late (I8). */
export const isBeyondTime = ({ broken }: CycleLine): boolean => broken.some(({ law }) => law !== 'I8')

/** What the harness says before the place where a failed cycle lies. */
export const KEPT = 'kept for a look: '

export const inWords = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ') || 'nothing'

/** One cycle on the screen. */
export const say = (line: CycleLine): string => {
  const { cycle, seed, commit, faults, before, acknowledged, acceptances, confirmed, recoveryS, settledS } =
    line
  const { lost, double, gaps, broken } = line
  const words = [
    `${String(cycle).padStart(4)}  ${commit}  seed ${seed}  ${faults.join(' + ')} (${(line.lastedMs / 1000).toFixed(1)} s)`,
    `      ${before}/s before, ${line.during} during, ${acknowledged} acknowledged (${acceptances} yes, ${confirmed} tasks)`,
    `      again after ${recoveryS ?? '—'} s (undisturbed ${line.calmS ?? '—'} s), settled after ${settledS} s, ${line.tookS} s in all, ${Math.round(Object.values(line.cpuS).reduce((a, b) => a + b, 0))} s of CPU; lost ${lost}, double ${double}, gaps ${gaps}`,
    `      slowest request ${line.slowestMs} ms (before ${line.calmSlowestMs ?? '—'} ms), screens after ${line.screensS ?? '—'} s, healed late: ${inWords(line.healed ?? {})}`,
    ...broken.slice(0, 8).map(({ law, subject, what }) => `      BAD ${law}  ${subject}  ${what}`),
    ...(line.counts
      ? []
      : [
          '      does not count, another is played for it: too little was acknowledged before, or no yes came undisturbed',
        ]),
    ...(line.judged?.bounds === false
      ? ['      slow machine: not judged, how soon traffic came back and how long requests waited']
      : []),
    ...(line.crashes > 0 ? [`      ${line.crashes} processes ended by themselves`] : []),
  ]
  return words.join('\n')
}
