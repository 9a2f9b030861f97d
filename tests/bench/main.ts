import { availableParallelism, cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { benchMatching, type MatchingResult } from './matching/run.ts'
import { benchMovers, moversTable } from './movers/run.ts'
import { told } from './timing.ts'

const usage = 'npm run bench -- matching|movers [--json] [--quick] [--hot] [--seed 1]'
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    hot: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
  },
})
const seed = Number(values.seed)
const [bench] = positionals
if (positionals.length !== 1 || !Number.isSafeInteger(seed)) throw new Error(usage)

const short = (value: number): string => value.toPrecision(3)

const table = ({ rows, growth }: MatchingResult): string[] => [
  ...rows.map(told),
  ...growth.map(
    ({ name, perDoubling, target, sizes }) =>
      `${name}: ${short(perDoubling)}x per doubling, ${sizes.join(' → ')} volunteers, target ${target}`,
  ),
]

const note = (line: string): void => console.error(line)
const options = { quick: values.quick, hot: values.hot, seed }
const run = async (): Promise<{ result: object; lines: string[] }> => {
  if (bench === 'movers') {
    const result = await benchMovers(options, note)
    return { result, lines: moversTable(result) }
  }
  if (bench !== 'matching') throw new Error(usage)
  const result = await benchMatching(options, note)
  return { result, lines: table(result) }
}

const { result, lines } = await run()
const machine = {
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  node: process.version,
  load: loadavg()[0],
}
if (values.json)
  console.log(JSON.stringify({ bench, seed, quick: values.quick, machine, ...result }, null, 2))
else for (const line of lines) console.log(line)
