import type { Measured } from '../measure.ts'
import type { Verdict } from '../targets.ts'
import { cell, columns } from './columns.ts'
import { escaped, plot, type Series } from './plot.ts'
import type { Summary } from './summary.ts'

const style = `body{font:14px/1.5 system-ui,sans-serif;max-width:1100px;margin:24px auto;padding:0 16px;color:#111827}
table{border-collapse:collapse;margin:8px 0 24px;font-size:12.5px}td,th{padding:3px 9px;border-bottom:1px solid #e5e7eb;text-align:right}
td:first-child,th:first-child{text-align:left}.yes{color:#15803d}.no{color:#b91c1c}svg text{font:11px system-ui,sans-serif;fill:#374151}`

const row = (cells: readonly string[], tag: 'td' | 'th'): string =>
  `<tr>${cells.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join('')}</tr>`

/** The whole report as one page that asks nothing of any server. */
export const page = (title: string, summaries: readonly Summary[], verdicts: readonly Verdict[]): string => {
  const names = [...new Set(summaries.map(({ workload }) => workload))]
  const sections = names.map((name) => {
    const own = summaries.filter(({ workload }) => workload === name)
    const rows = own.map(({ policy, values }) =>
      row([policy, ...columns.map((column) => cell(values[column.name], column))], 'td'),
    )
    const head = row(['policy', ...columns.map(({ title }) => title)], 'th')
    return `<h2>${escaped(name)}</h2>${tradeOff(own)}<table>${head}${rows.join('')}</table>`
  })
  const judged = verdicts.map(
    ({ target, measured, reached }) =>
      `<tr><td>${escaped(target)}</td><td style="text-align:left">${escaped(measured)}</td><td class="${reached ? 'yes' : 'no'}">${reached ? 'reached' : 'missed'}</td></tr>`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style>
<h1>${escaped(title)}</h1><h2>Targets</h2><table>${judged.join('')}</table>${sections.join('\n')}</html>
`
}

const pointOf = ({ values }: Summary, across: keyof Measured, up: keyof Measured) => {
  const [x, y] = [values[across]?.mean, values[up]?.mean]
  return x === undefined || y === undefined ? [] : [{ x, y }]
}

/** Every policy a point; the prices of an alert a curve. */
const seriesOf = (own: readonly Summary[], across: keyof Measured, up: keyof Measured): Series[] => [
  {
    title: 'ours, by price',
    joined: true,
    points: own.filter(({ policy }) => isCurve(policy)).flatMap((one) => pointOf(one, across, up)),
  },
  ...own
    .filter(({ policy }) => !isCurve(policy))
    .map((one) => ({ title: one.policy, joined: false, points: pointOf(one, across, up) })),
]

const tradeOff = (own: readonly Summary[]): string =>
  plot('alerts per arrival', 'first arrival, s', seriesOf(own, 'alertsPerArrival', 'firstS')) +
  plot('alerts per incident', 'redundant yeses', seriesOf(own, 'alertsPerIncident', 'redundant'))

const isCurve = (policy: string): boolean => policy.startsWith('ours at ')
