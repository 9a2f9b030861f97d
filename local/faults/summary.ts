import type { CycleLine } from './line.ts'

/** What a run must have refused at least once: a run without it proves nothing. */
const mustHappen = ['lost_race', 'repeated_op', 'seq_collision'] as const

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
  recoveryS: { median: number; worst: number }
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

/** `wanted`: so many cycles must count; a cycle without enough load before its fault proves nothing. */
export const summaryOf = (lines: readonly CycleLine[], wanted: number): Summary => {
  const sometimes = totalsOf(lines.map((line) => line.sometimes))
  const mends = totalsOf(lines.map((line) => line.mends ?? {}))
  const recoveries = lines.flatMap(({ recoveryS }) => recoveryS ?? []).sort((a, b) => a - b)
  const missing = mustHappen.filter((what) => !(sometimes[what] ?? 0))
  const broken = sum(lines, (line) => line.broken.length)
  const counted = lines.filter(({ counts }) => counts).length
  return {
    ok: broken === 0 && missing.length === 0 && counted >= wanted,
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
    crashes: sum(lines, (line) => line.crashes),
    recoveryS: { median: recoveries[Math.floor(recoveries.length / 2)] ?? 0, worst: recoveries.at(-1) ?? 0 },
    sometimes,
    mends,
    missing,
  }
}

const inWords = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ')

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
    `traffic again: median ${summary.recoveryS.median} s, worst ${summary.recoveryS.worst} s`,
    `sometimes: ${inWords(summary.sometimes)}`,
    `mended and made loud: ${inWords(summary.mends)}`,
    ...(counted >= wanted ? [] : [`only ${counted} of ${wanted} cycles count: this run proves too little`]),
    ...(missing.length === 0 ? [] : [`NEVER: ${missing.join(', ')}: this run proves nothing`]),
    summary.ok ? 'ok' : 'NOT ok',
  ].join('\n')
}
