import { catalogue } from './faults/draw.ts'
import type { CycleLine } from './line.ts'

/** How one fault has fared over all cycles in which it was, alone or in a pair. */
export interface Row {
  fault: string
  cycles: number
  counted: number
  /** Cycles with a breach. */
  broken: number
  /** The slowest return of traffic, in seconds; null: never measured. */
  worstS: number | null
}

/** A row for every fault of the catalogue, also for those that never were, and for what has another name by now. */
export const tableOf = (lines: readonly CycleLine[]): Row[] => {
  const names = new Set([...catalogue.map(({ name }) => name), ...lines.flatMap(({ faults }) => faults)])
  return [...names].sort().map((fault) => {
    const own = lines.filter(({ faults }) => faults.includes(fault))
    const again = own.flatMap(({ recoveryS }) => recoveryS ?? [])
    return {
      fault,
      cycles: own.length,
      counted: own.filter(({ counts }) => counts).length,
      broken: own.filter(({ broken }) => broken.length > 0).length,
      worstS: again.length === 0 ? null : Math.max(...again),
    }
  })
}

/** `whole`: also the faults that were not played. */
export const sayTable = (rows: readonly Row[], whole: boolean): string => {
  const widest = Math.max(...rows.map(({ fault }) => fault.length))
  const never = rows.filter(({ cycles }) => cycles === 0).length
  return [
    '',
    `${'fault'.padEnd(widest)}  cycles  count  broken  worst again`,
    ...rows
      .filter(({ cycles }) => whole || cycles > 0)
      .map(({ fault, cycles, counted, broken, worstS }) =>
        [
          fault.padEnd(widest),
          String(cycles).padStart(6),
          String(counted).padStart(5),
          String(broken).padStart(6),
          worstS === null ? '          —' : `${worstS.toFixed(1)} s`.padStart(11),
        ].join('  '),
      ),
    `${rows.length - never} of ${rows.length} faults were played`,
  ].join('\n')
}
