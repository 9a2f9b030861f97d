import { type Verdict, wordOf } from '../targets.ts'
import { cell, columns } from './columns.ts'
import { figuresOf } from './figures.ts'
import { style } from './style.ts'
import type { Summary } from './summary.ts'
import { escaped } from './svg.ts'

const row = (cells: readonly string[], tag: 'td' | 'th'): string =>
  `<tr>${cells.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join('')}</tr>`

const CLASSES = { reached: 'yes', missed: 'no', curve: '' } as const

/** The whole report as one page that asks nothing of any server. */
export const page = (title: string, summaries: readonly Summary[], verdicts: readonly Verdict[]): string => {
  const names = [...new Set(summaries.map(({ workload }) => workload))]
  const sections = names.map((name) => {
    const own = summaries.filter(({ workload }) => workload === name)
    const rows = own.map(({ policy, values }) =>
      row([policy, ...columns.map((column) => cell(values[column.name], column))], 'td'),
    )
    const head = row(['policy', ...columns.map(({ title }) => title)], 'th')
    return `<h2>${escaped(name)}</h2>${figuresOf(name, own)}<div class="wide"><table>${head}${rows.join('')}</table></div>`
  })
  const judged = verdicts.map(
    (verdict) =>
      `<tr><td>${escaped(verdict.target)}</td><td class="left">${escaped(verdict.measured)}</td><td class="${CLASSES[wordOf(verdict)]}">${wordOf(verdict)}</td></tr>`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${style}</style>
<h1>${escaped(title)}</h1><h2>Targets</h2><div class="wide"><table>${judged.join('')}</table></div>${sections.join('\n')}</html>
`
}
