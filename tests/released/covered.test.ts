import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readBackup } from '../../local/backup/read-backup.ts'
import { factSchemas } from '../../worker/relay/routes.ts'

const folder = fileURLToPath(new URL('../fixtures', import.meta.url))

const typesIn = async (release: string): Promise<string[]> => {
  const types = new Set<string>()
  for await (const row of readBackup(join(folder, release, 'backup')))
    if (row.in === 'facts' && 'type' in row.doc) types.add(String(row.doc.type))
  return [...types]
}

it('every type of fact lies in what some release left behind (if not: npx tsx tests/released/make/main.ts)', async () => {
  const kept = new Set((await Promise.all(readdirSync(folder).map(typesIn))).flat())
  expect(kept.size).toBeGreaterThan(0)
  expect(Object.keys(factSchemas).filter((type) => !kept.has(type))).toEqual([])
})
