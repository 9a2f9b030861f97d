import { measured, type Measured } from './crowd/figures.ts'
import type { LoadResult } from './run.ts'

const row = (cells: readonly (string | number)[]): string =>
  `  ${String(cells[0]).padEnd(34)}${cells
    .slice(1)
    .map((cell) => String(cell).padStart(10))
    .join('')}`

const flatLine = ({ flat }: LoadResult): string =>
  flat.why.length > 0
    ? `NOT flat: ${flat.why.join('; ')}`
    : flat.judged
      ? 'flat: memory after a sweep, descriptors and keys stay as they are'
      : 'too short to say whether anything grows'

/** One run on the screen. */
export const say = (result: LoadResult): string => {
  const { scale, seconds, seed, incidents, incidentsPerS, confirmed, filled, acceptances, answers, screens } =
    result
  const times = (Object.keys(measured) as Measured[]).map((name) => {
    const { count, p50, p95, p99, max } = result.latency[name]
    return row([name, count, p50, p95, p99, max])
  })
  const series = Object.entries(result.series).map(([name, { first, last, most, perHour }]) =>
    row([name, first, last, most, perHour ?? '—']),
  )
  return [
    `scale ${scale}, ${seconds} s, seed ${seed}: ${incidents} incidents (${incidentsPerS}/s), ${filled} filled, ${acceptances} yes, ${confirmed} tasks`,
    `answers: ${answers.taken} taken, ${answers.refused} refused, ${answers.waits} told to wait, ${answers.errors} errors, ${answers.broken} without an answer`,
    `screens: ${screens.connected} of ${screens.of}, ${screens.frames} frames, ${screens.fixes} fixes, ${screens.cuts} cut, ${screens.holes} holes`,
    row(['ms', 'count', 'p50', 'p95', 'p99', 'max']),
    ...times,
    row(['', 'first', 'last', 'most', 'per hour']),
    ...series,
    `CPU seconds: ${Object.entries(result.cpuS)
      .map(([name, s]) => `${name} ${s}`)
      .join(', ')}`,
    `settled after ${result.settledS} s; lost ${result.lost}, double ${result.double}, gaps ${result.gaps}`,
    ...result.broken.slice(0, 12).map(({ law, subject, what }) => `BAD ${law}  ${subject}  ${what}`),
    flatLine(result),
    result.carried
      ? 'carried'
      : `NOT carried: ${[...result.why, ...(result.broken.length > 0 ? ['a law was broken'] : [])].join('; ')}`,
  ].join('\n')
}
