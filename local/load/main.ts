import { bundle } from '../faults/ground/bundle.ts'
import { FOLDER } from './ground.ts'
import { loadOptions, usage } from './options.ts'
import { runLoad, type LoadResult } from './run.ts'
import { exitCode } from './verdict.ts'
import { say } from './words.ts'

const STEPS = [0.1, 0.2, 0.35, 0.5, 0.75, 1] as const

const note = (line: string): void => console.error(line)

/** `npm run load`: 0 when it was carried, no law was broken and nothing grew, 1 when not, 2 when it could not run. */
const main = async (): Promise<number> => {
  const options = loadOptions(process.argv.slice(2))
  if (options.help) {
    console.log(usage)
    return 0
  }
  const { seconds, seed, json, climb, beside } = options
  await bundle(FOLDER)
  const results: LoadResult[] = []
  for (const scale of climb ? STEPS : [options.scale]) {
    const result = await runLoad({ seconds, scale, seed, beside }, note)
    console.log(json ? JSON.stringify(result) : say(result))
    results.push(result)
    if (!result.carried) break
  }
  const highest = results.filter(({ carried }) => carried).at(-1)?.scale ?? null
  const broken = results.reduce((sum, result) => sum + result.broken.length, 0)
  if (json) console.log(JSON.stringify({ carriedScale: highest, runs: results.length, broken }))
  else console.log(`\nthe highest scale that this machine carried: ${highest ?? 'none of these'}`)
  return exitCode(results, climb)
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error)
    process.exit(2)
  },
)
