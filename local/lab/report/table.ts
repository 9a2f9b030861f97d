import { cell, columns } from './columns.ts'
import type { Summary } from './summary.ts'

/** Plain text tables, one per workload. */
export const tables = (summaries: readonly Summary[]): string => {
  const names = [...new Set(summaries.map(({ workload }) => workload))]
  return names
    .map((name) => {
      const rows = summaries
        .filter(({ workload }) => workload === name)
        .map(({ policy, values }) => [policy, ...columns.map((column) => cell(values[column.name], column))])
      return `${name}\n${aligned([['policy', ...columns.map(({ title }) => title)], ...rows])}`
    })
    .join('\n\n')
}

export const aligned = (lines: readonly (readonly string[])[]): string => {
  const widths = (lines[0] ?? []).map((_, i) => Math.max(...lines.map((line) => (line[i] ?? '').length)))
  return lines
    .map((line) =>
      line.map((text, i) => (i === 0 ? text.padEnd(widths[i]!) : text.padStart(widths[i]!))).join('  '),
    )
    .join('\n')
}
