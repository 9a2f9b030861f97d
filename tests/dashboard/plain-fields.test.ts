import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

const home = new URL('../../dashboard/src/', import.meta.url)

test('no field of a day or a time follows the language of the browser, which may put the month first', async () => {
  const files = (await readdir(home, { recursive: true })).filter((file) => file.endsWith('.tsx'))
  expect(files.length).toBeGreaterThan(100)
  const found: string[] = []
  for (const file of files)
    if (
      /['"](datetime-local|date|month|week|time)['"]/.test(
        typesIn(await readFile(new URL(file, home), 'utf8')),
      )
    )
      found.push(file)
  expect(found).toEqual([])
})

/** What stands behind `type=`. */
const typesIn = (source: string): string => (source.match(/\btype=("[^"]*"|\{[^}]*\})/g) ?? []).join('\n')
