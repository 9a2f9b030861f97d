import { problems, refusalProblems, type ProblemKind } from '#contracts/wire/problem.ts'
import type { OpenApi } from './document.ts'

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const text = (value: unknown): string => (typeof value === 'string' ? escape(value) : '')

const operationRows = (paths: OpenApi['paths']): string =>
  Object.entries(paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, { operationId, summary }]) =>
          `<tr><td><code>${method.toUpperCase()}</code></td><td><code>${escape(path)}</code></td>` +
          `<td>${text(summary)}</td><td><code>${text(operationId)}</code></td></tr>`,
      ),
    )
    .join('\n')

const problemRows = (): string =>
  Object.entries<ProblemKind>({ ...problems, ...refusalProblems })
    .map(
      ([code, { status, id, en }]) =>
        `<tr id="problem-${code}"><td><code>${code}</code></td><td>${status}</td>` +
        `<td>${escape(en)}</td><td lang="id">${escape(id)}</td></tr>`,
    )
    .join('\n')

const table = (heads: readonly string[], rows: string): string =>
  `<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${rows}</tbody></table>`

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
table{border-collapse:collapse;width:100%;font-size:.9rem}td,th{border-bottom:1px solid #d0d0d0;padding:.4rem;text-align:left;vertical-align:top}
tr:target{background:#fff3c4}code{font-size:.85rem}`

/** A plain page that lists what can be called and what can be answered; the whole contract is the JSON beside it. */
export const docsPage = ({ info, paths, webhooks }: OpenApi): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Top Ranger API</title><style>${style}</style></head><body>
<h1>Top Ranger API</h1>
<p>${text(info['description'])} The contract is <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<h2>Operations</h2>
${table(['', 'Path', 'What it does', 'Name'], operationRows(paths))}
<h2>What partners are sent</h2>
<ul>${Object.keys(webhooks)
  .map((type) => `<li><code>${escape(type)}</code></li>`)
  .join('')}</ul>
<h2>Problems</h2>
<p>Everything but a success is <code>application/problem+json</code> (RFC 9457); its <code>id</code> is in our log.</p>
${table(['Code', 'Status', 'Meaning', 'Di layar'], problemRows())}
</body></html>`
