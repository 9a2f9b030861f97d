import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Drawn } from './draw.ts'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const cell = (results: readonly Drawn[], scene: string, look: string): string => {
  const result = results.find((one) => one.scene === scene && one.look === look)
  if (result === undefined) return '<td></td>'
  if (result.absent !== null) return `<td>${escaped(result.absent)}: nothing to show</td>`
  const file = `${look}/${scene}.png`
  const faults = result.faults.map((fault) => `<p class="fault">${escaped(fault)}</p>`).join('')
  return `<td>${faults}<a href="${file}"><img loading="lazy" src="${file}" alt="${scene}, ${look}"></a></td>`
}

/** Writes one page with all pictures side by side: a row for each screen, a column for each look. */
export const writeAlbum = async (out: string, results: readonly Drawn[]): Promise<string> => {
  const looks = [...new Set(results.map(({ look }) => look))]
  const scenes = [...new Set(results.map(({ scene }) => scene))].filter((scene) => scene !== 'all')
  const head = looks.map((look) => `<th>${look}</th>`).join('')
  const rows = scenes.map(
    (scene) => `<tr><th>${scene}</th>${looks.map((look) => cell(results, scene, look)).join('')}</tr>`,
  )
  const file = join(out, 'index.html')
  await writeFile(
    file,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Top Ranger: all screens</title>
<style>
body { font: 14px system-ui; background: #888; margin: 1rem }
table { border-collapse: collapse } th, td { padding: .5rem; vertical-align: top; text-align: left }
thead th { position: sticky; top: 0; background: #888 } img { height: 26rem; display: block }
.fault { background: #fdd; padding: .3rem .5rem; max-width: 40rem }
</style>
<table><thead><tr><th></th>${head}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table></html>
`,
  )
  return file
}
