import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { compareOwn } from './ledger/compare.ts'
import type { Row } from './measure.ts'
import { labOptions, usage } from './options.ts'
import { page } from './report/html.ts'
import { summaryOf } from './report/summary.ts'
import { tables } from './report/table.ts'
import { runLab } from './run-lab.ts'
import { type Verdict, verdictsOf, wordOf } from './targets.ts'
import { workloads } from './workloads.ts'

const MARKS = { reached: 'reached', missed: 'MISSED ', curve: 'curve  ' } as const

const verdictLines = (verdicts: readonly Verdict[]): string =>
  verdicts.map((verdict) => `${MARKS[wordOf(verdict)]}  ${verdict.target}: ${verdict.measured}`).join('\n')

const main = async (args: readonly string[]): Promise<void> => {
  const options = labOptions(args)
  if (options.help) return console.log(usage)
  if (options.ledger !== null) return compareOwn(options.ledger, options)
  const { size, seed, seeds, json, html, policy, workload } = options
  const list = Array.from({ length: seeds }, (_, n) => seed + n)
  const chosen = workloads(size, policy ?? '').filter(({ name }) =>
    name.toLowerCase().includes(workload?.toLowerCase() ?? ''),
  )
  if (chosen.length === 0) throw new Error(`no workload is called "${workload}"`)
  const rows: Row[] = runLab(chosen, { seeds: list, progress: (text) => console.error(text) })
  const all = rows.map(summaryOf)
  const verdicts = verdictsOf(all)
  const shown = all.filter((one) => policy === null || one.policy.includes(policy))
  const title = `Top Ranger, the laboratory: ${size} run, seeds ${seed} to ${seed + seeds - 1}`
  const few =
    seeds < 20
      ? '\nFewer than 20 seeds: the intervals are wide, and a target may be reached or missed by chance.'
      : ''
  if (html !== null) {
    mkdirSync(dirname(html), { recursive: true })
    writeFileSync(html, page(title, shown, verdicts))
  }
  if (json)
    console.log(JSON.stringify({ title, size, seeds: list, summaries: shown, verdicts, rows }, null, 2))
  else console.log(`${title}${few}\n\n${tables(shown)}\n\n${verdictLines(verdicts)}`)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
