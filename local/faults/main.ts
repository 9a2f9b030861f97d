import { say } from './line.ts'
import { faultsOptions, type FaultsOptions, usage } from './options.ts'
import { lawNames } from './oracle/evidence.ts'
import { type Grown, isControl, plantAll, sayGrown } from './planted/planted.ts'
import { readLines, run } from './run.ts'
import { sayStorm, storm } from './storm/run.ts'
import { summaryOf, saySummary } from './summary.ts'
import { sayTable, tableOf } from './table.ts'

/** One planted bug after the other; 0 when all were caught, none was so plain that smoke found it, and nothing is found where nothing is planted. */
const plant = async ({ only, json, smoke, oracle }: FaultsOptions): Promise<number> => {
  const say = (one: Grown): void => console.log(json ? JSON.stringify(one) : sayGrown(one))
  const grown = await plantAll({ only, withSmoke: smoke, oracleOnly: oracle }, say)
  const planted = grown.filter((one) => !isControl(one))
  const caught = planted.filter((one) => one.caught).length
  const laws = [...new Set(planted.map(({ law }) => law))].map((law) => `${law} ${lawNames[law as 'I1']}`)
  if (!json) console.log(`\n${caught} of ${planted.length} planted bugs caught; laws: ${laws.join(' · ')}`)
  return grown.every(({ isGood }) => isGood) ? 0 : 1
}

/** `npm run faults`: 0 when every cycle held, 1 when a law was broken or nothing was proven, 2 when it could not run. */
const main = async (): Promise<number> => {
  const options = faultsOptions(process.argv.slice(2))
  if (options.help) {
    console.log(usage)
    return 0
  }
  if (options.table !== null) {
    const rows = tableOf(await readLines(options.table))
    console.log(options.json ? JSON.stringify(rows) : sayTable(rows, true))
    return 0
  }
  if (options.planted) return plant(options)
  if (options.storm) {
    const result = await storm({ slots: options.slots, note: (text) => console.error(text) })
    console.log(options.json ? JSON.stringify(result) : sayStorm(result))
    return result.broken.length === 0 ? 0 : 1
  }
  const note = (text: string): void => (options.json ? console.error(text) : console.log(text))
  const lines = await run(
    options,
    (line) => console.log(options.json ? JSON.stringify(line) : say(line)),
    note,
  )
  const summary = summaryOf(lines, { wanted: options.cycles, drawn: options.only.length === 0 })
  if (!options.json) console.log(sayTable(tableOf(lines), false))
  console.log(options.json ? JSON.stringify(summary) : saySummary(summary))
  return summary.ok ? 0 : 1
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error)
    process.exit(2)
  },
)
