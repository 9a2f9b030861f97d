import { COLOURS } from './svg.ts'

/** At least 3 : 1 against the page, in light and in dark. */
const light = ['1d4ed8', 'b45309', '15803d', 'b91c1c', '6d28d9', '0e7490', '4d7c0f', '9d174d', '4b5563']
const dark = ['93c5fd', 'fbbf24', '86efac', 'fca5a5', 'c4b5fd', '67e8f9', 'bef264', 'f9a8d4', 'd1d5db']

const named = (colours: readonly string[]): string =>
  colours.map((colour, n) => `--c${n}:#${colour};`).join('')
const series = Array.from({ length: COLOURS }, (_, n) => `.c${n}{--own:var(--c${n})}`).join('')

export const style = `:root{color-scheme:light dark;--page:#fff;--ink:#111827;--soft:#4b5563;--rule:#e5e7eb;--yes:#15803d;--no:#b91c1c;${named(light)}}
@media(prefers-color-scheme:dark){:root{--page:#0f172a;--ink:#e5e7eb;--soft:#aab4c3;--rule:#334155;--yes:#86efac;--no:#fca5a5;${named(dark)}}}
body{font:14px/1.5 system-ui,sans-serif;max-width:1200px;margin:24px auto;padding:0 16px;color:var(--ink);background:var(--page)}
table{border-collapse:collapse;margin:8px 0 24px;font-size:12.5px}td,th{padding:3px 9px;border-bottom:1px solid var(--rule);text-align:right;white-space:nowrap}
td:first-child,th:first-child,.left{text-align:left}.left{white-space:normal}.yes{color:var(--yes)}.no{color:var(--no)}.wide{overflow-x:auto}
figure{margin:12px 0}figcaption{max-width:75ch;color:var(--soft)}svg{max-width:100%;height:auto}
svg text{font:11px system-ui,sans-serif;fill:var(--soft)}${series}.rule{stroke:var(--rule)}.limit{stroke:var(--no);stroke-dasharray:5 4}
.mark{fill:var(--own)}.whisker{stroke:var(--own);stroke-width:1.4}.curve{fill:none;stroke:var(--own);stroke-width:1.2}`
