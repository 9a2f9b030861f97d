import { parseArgs } from 'node:util'

/** How many incidents are played: few, as many as tell the policies apart, or as many as the brief says everywhere. */
export type Size = 'quick' | 'usual' | 'full'

export interface LabOptions {
  size: Size
  /** The first seed; the others follow it. */
  seed: number
  seeds: number
  json: boolean
  html: string | null
  /** Only policies whose names contain this; the name of a JSON file: settings to compare with, for `ledger`. */
  policy: string | null
  /** A MongoDB address or a backup: the agency's own rounds are decided again instead of a workload. */
  ledger: string | null
  /** Whose rounds, for `ledger`; null: those of the only agency there is. */
  agency: string | null
  /** Only workloads whose names contain this. */
  workload: string | null
  help: boolean
}

export const QUICK_SEEDS = 3
export const FULL_SEEDS = 20

export const usage = `npm run lab -- [options]
  --quick          3 seeds and fewer incidents: minutes become half a minute; the intervals say how little it knows
  --full           Taxi too plays the brief's 2,000 incidents a seed (otherwise 200): some ten times as long
  --seed N         the first seed (default 1)
  --seeds N        how many (default 20, quick 3)
  --workload TEXT  only workloads whose names contain it: Density, Taxi, City, Seroja
  --policy TEXT    only policies whose names contain it (of Density, Taxi and City only these are played);
                   with --ledger a JSON file of settings (those that differ)
  --ledger FROM    the agency's own rounds of the last two weeks, from a MongoDB address or a file of \`npm run backup\`,
                   decided by other policies in the same situations
  --agency ID      with --ledger: whose rounds, where several agencies share a database
  --json           print JSON instead of the tables
  --html FILE      also write plots to this file
  --help           this text`

const whole = (name: string, text: string): number => {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} wants a whole number, not "${text}"`)
  return value
}

/** Reads the command line. Throws one plain sentence on a mistake. */
export const labOptions = (args: readonly string[]): LabOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      full: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      seeds: { type: 'string' },
      json: { type: 'boolean', default: false },
      html: { type: 'string' },
      policy: { type: 'string' },
      ledger: { type: 'string' },
      agency: { type: 'string' },
      workload: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  const { quick, full, json, help, html, policy, workload, ledger, agency } = values
  if (quick && full) throw new Error('--quick and --full contradict each other')
  return {
    size: quick ? 'quick' : full ? 'full' : 'usual',
    json,
    help,
    seed: whole('seed', values.seed),
    seeds: Math.max(1, whole('seeds', values.seeds ?? String(quick ? QUICK_SEEDS : FULL_SEEDS))),
    html: html ?? null,
    policy: policy ?? null,
    ledger: ledger ?? null,
    agency: agency ?? null,
    workload: workload ?? null,
  }
}
