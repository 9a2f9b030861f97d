import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type City, startCity } from '../city/city.ts'
import { cast } from './cast.ts'
import { runStory, sentenceOf } from './run.ts'
import type { Verdict } from './verdict.ts'

/**
 * `npm run smoke`: the whole platform in a temporary folder, one story from report to closing, a timeline, and one
 * line of JSON at the end. Exits 1 when the story does not hold. `--kill-worker` shows that it can fail.
 */
const { values } = parseArgs({ options: { 'kill-worker': { type: 'boolean', default: false } } })
const note = (line: string): void => console.log(line)

const dataDir = await mkdtemp(join(tmpdir(), 'top-ranger-smoke-'))
const verdict = await tell()
if (verdict.ok) await rm(dataDir, { recursive: true, force: true })
else note(`Logs: ${dataDir}`)
console.log(JSON.stringify(verdict))
process.exit(verdict.ok ? 0 : 1)

async function tell(): Promise<Verdict> {
  let city: City | null = null
  // Ctrl-C: nothing that was started stays behind.
  process.once('SIGINT', () => {
    const stopped = city?.stop() ?? Promise.resolve()
    void stopped.finally(() => process.exit(130))
  })
  try {
    city = await startCity({ dataDir, port: 0, simulator: { ...cast }, note })
    return await runStory({ city, killWorker: values['kill-worker'], note })
  } catch (error) {
    return { ok: false, why: sentenceOf(error) }
  } finally {
    await city?.stop()
  }
}
