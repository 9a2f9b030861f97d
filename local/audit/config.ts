import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { AnchorRow } from './shapes.ts'

export interface AuditOptions {
  url: string
  anchors: AnchorRow[]
  json: boolean
  atRest: boolean
}

export const usage = `npm run audit -- [options]
  --url URL       MongoDB address with the database's name (default: MONGODB_URI, else the local city that runs)
  --anchor FILE   the anchors that the worker wrote outside the database
  --at-rest       nothing is at work: a claim that is left over is a fault at once
  --json          the finding as JSON
  --help          this text`

const readLines = async <T>(file: string): Promise<T[]> =>
  (await readFile(file, 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)

/** The address that a local city noted when it started. */
export const localUrl = async (): Promise<string | null> => {
  const folder = process.env['TOP_RANGER_DATA'] ?? join(homedir(), '.local', 'share', 'top-ranger')
  const text = await readFile(join(folder, 'running.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}'
    throw error
  })
  return (JSON.parse(text) as { mongoUri?: string | null }).mongoUri ?? null
}

/** What was asked for on the command line; null: help. Throws a sentence when something is missing. */
export const auditOptions = async (argv: readonly string[]): Promise<AuditOptions | null> => {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      url: { type: 'string' },
      anchor: { type: 'string' },
      'at-rest': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return null
  const url = values.url ?? process.env['MONGODB_URI'] ?? (await localUrl())
  if (url === null) throw new Error('Nothing to audit: no --url, no MONGODB_URI, and no local city runs.')
  const anchors = values.anchor === undefined ? [] : await readLines<AnchorRow>(values.anchor)
  return { url, anchors, json: values.json, atRest: values['at-rest'] }
}
