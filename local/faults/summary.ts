import { AGAIN_WITHIN_S } from './bounds.ts'
import { inWords, type CycleLine } from './line.ts'

/** What a run must have refused at least once: a run without it proves nothing. */
const mustHappen = ['lost_race', 'repeated_op', 'seq_collision', 'placed_twice'] as const
/** What the loops of the workers surely mend when so many cycles were drawn in turn. */
const SURELY = { from: 15, mends: ['claimsFreed', 'filesFlushed', 'dueTimes'] } as const

interface Spread {
  median: number
  worst: number
}
export interface Summary {
  ok: boolean
  cycles: number
  /** With enough load before the fault; so many were asked for. */
  counted: number
  wanted: number
  acknowledged: number
  acceptances: number
  confirmed: number
  lost: number
  double: number
  gaps: number
  broken: number
  crashes: number
  recoveryS: Spread
  /** Of the cycles that count, those on a machine quick enough to judge bounds by. */
  boundsJudged: number
  /** Cycles whose traffic took longer than 15 s, whatever this machine took undisturbed. */
  beyond15S: number
  /** The longest that one request waited, by cycles, in ms; and before anything went wrong. */
  slowestMs: Spread
  calmSlowestMs: Spread
  /** From quiet until the screens were right, in seconds. */
  screensS: Spread
  /** What was broken at the first looks and healed, by law. */
  healed: Record<string, number>
  sometimes: Record<string, number>
  mends: Record<string, number>
  /** Of what must happen sometimes, what never did. */
  missing: string[]
}

const sum = (lines: readonly CycleLine[], of: (line: CycleLine) => number): number =>
  lines.reduce((total, line) => total + of(line), 0)

const totalsOf = (counts: readonly Record<string, number>[]): Record<string, number> => {
  const totals: Record<string, number> = {}
  for (const own of counts)
    for (const [what, count] of Object.entries(own)) totals[what] = (totals[what] ?? 0) + count
  return totals
}

const spreadOf = (values: readonly number[]): Spread => {
  const sorted = values.toSorted((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, worst: sorted.at(-1) ?? 0 }
}

/** `drawn`: everything had its turn, nothing was asked for by name. `wanted`: so many cycles must count; a cycle without enough load before its fault proves nothing. */
export const summaryOf = (
  lines: readonly CycleLine[],
  { wanted, drawn }: { wanted: number; drawn: boolean },
): Summary => {
  const sometimes = totalsOf(lines.map((line) => line.sometimes))
  const mends = totalsOf(lines.map((line) => line.mends ?? {}))
  const recoveries = lines.flatMap(({ recoveryS }) => recoveryS ?? [])
  const surely = drawn && lines.length >= SURELY.from ? SURELY.mends : []
  const missing = [
    ...mustHappen.filter((what) => !(sometimes[what] ?? 0)),
    ...surely.filter((what) => !(mends[what] ?? 0)),
  ]
  const crashes = sum(lines, (line) => line.crashes)
  const broken = sum(lines, (line) => line.broken.length)
  const counted = lines.filter(({ counts }) => counts).length
  return {
    ok: broken === 0 && crashes === 0 && missing.length === 0 && counted >= wanted,
    cycles: lines.length,
    counted,
    wanted,
    acknowledged: sum(lines, (line) => line.acknowledged),
    acceptances: sum(lines, (line) => line.acceptances),
    confirmed: sum(lines, (line) => line.confirmed),
    lost: sum(lines, (line) => line.lost),
    double: sum(lines, (line) => line.double),
    gaps: sum(lines, (line) => line.gaps),
    broken,
    crashes,
    recoveryS: spreadOf(recoveries),
    boundsJudged: lines.filter(({ counts, judged }) => counts && judged?.bounds === true).length,
    beyond15S: recoveries.filter((s) => s > AGAIN_WITHIN_S).length,
    slowestMs: spreadOf(lines.map((line) => line.slowestMs)),
    calmSlowestMs: spreadOf(lines.map((line) => line.calmSlowestMs ?? 0)),
    screensS: spreadOf(lines.flatMap((line) => line.screensS ?? [])),
    healed: totalsOf(lines.map((line) => line.healed ?? {})),
    sometimes,
    mends,
    missing,
  }
}

const spread = ({ median, worst }: Spread, unit: string): string =>
  `median ${median} ${unit}, worst ${worst} ${unit}`

export const saySummary = (summary: Summary): string => {
  const {
    cycles,
    counted,
    wanted,
    acknowledged,
    acceptances,
    confirmed,
    lost,
    double,
    gaps,
    broken,
    missing,
  } = summary
  return [
    '',
    `${cycles} cycles (${counted} count), ${acknowledged} writes acknowledged, of them ${acceptances} yes (${confirmed} tasks confirmed)`,
    `lost ${lost}, double ${double}, gaps ${gaps}, breaches in all ${broken}, processes that ended by themselves ${summary.crashes}`,
    `traffic again: ${spread(summary.recoveryS, 's')}; later than ${AGAIN_WITHIN_S} s: ${summary.beyond15S}`,
    `bounds were judged in ${summary.boundsJudged} of ${counted} cycles that count`,
    `slowest request: ${spread(summary.slowestMs, 'ms')}; before anything went wrong ${spread(summary.calmSlowestMs, 'ms')}`,
    `screens right after quiet: ${spread(summary.screensS, 's')}; healed late: ${inWords(summary.healed)}`,
    `sometimes: ${inWords(summary.sometimes)}`,
    `mended and made loud: ${inWords(summary.mends)}`,
    ...(counted >= wanted ? [] : [`only ${counted} of ${wanted} cycles count: this run proves too little`]),
    ...(missing.length === 0 ? [] : [`NEVER: ${missing.join(', ')}: this run proves nothing`]),
    summary.ok ? 'ok' : 'NOT ok',
  ].join('\n')
}
