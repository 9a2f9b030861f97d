import { availableParallelism, cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { benchMatching, type MatchingResult } from './matching/run.ts'
import { told } from './timing.ts'

const usage = 'npm run bench -- matching [--json] [--quick] [--seed 1]'
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
  },
})
const seed = Number(values.seed)
if (positionals.join() !== 'matching' || !Number.isSafeInteger(seed)) throw new Error(usage)

const short = (value: number): string => value.toPrecision(3)

const table = ({ rows, growth }: MatchingResult): string[] => [
  ...rows.map(told),
  ...growth.map(
    ({ name, perDoubling, target, sizes }) =>
      `${name}: ${short(perDoubling)}x per doubling, ${sizes.join(' → ')} volunteers, target ${target}`,
  ),
]

const result = await benchMatching({ quick: values.quick, seed }, (line) => console.error(line))
const machine = {
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  node: process.version,
  load: loadavg()[0],
}
const lines = values.json
  ? [JSON.stringify({ bench: 'matching', seed, quick: values.quick, machine, ...result }, null, 2)]
  : table(result)
for (const line of lines) console.log(line)
