import { parseArgs } from 'node:util'
import { runSignatures, saidOf } from './signature/report.ts'

const usage = `npm run fuzz -- signature [--count N] [--seed S]
Shows the webhook verifier N mutants of signed requests (default 1000000) and compares it with an independent oracle
and with the public library. The same seed is the same run. Exits 1 when anything differs that should not.`

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } },
})
const [mutantCount, seed] = [Number(values.count), Number(values.seed)]

if (positionals[0] !== 'signature' || !Number.isSafeInteger(mutantCount) || !Number.isSafeInteger(seed)) {
  console.error(usage)
  process.exit(2)
}
const startedAt = performance.now()
const run = runSignatures(seed, mutantCount)
console.log(saidOf(run))
console.log(`seed ${seed}, ${Math.round((performance.now() - startedAt) / 1000)} s`)
process.exitCode = run.tally.wrong === 0 && (run.differences['unexplained'] ?? 0) === 0 ? 0 : 1
