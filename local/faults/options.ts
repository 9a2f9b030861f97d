import { parseArgs } from 'node:util'

export interface FaultsOptions {
  cycles: number
  seed: number
  json: boolean
  resume: boolean
  planted: boolean
  /** Everybody says yes at the same time, instead of cycles. */
  storm: boolean
  /** Of each incident in a storm. */
  slots: number
  /** With `planted`: each bug must pass the smoke run first. */
  smoke: boolean
  /** With `planted`: the oracle alone is asked, about what it is to catch. */
  oracle: boolean
  /** The first breach ends the run. */
  untilBroken: boolean
  only: string[]
  /** Cycles before everything begins anew on empty servers. */
  fresh: number
  drivers: number
  file: string | null
  /** Only tells which faults the cycles of this file had. */
  table: string | null
  help: boolean
}

export const usage = `npm run faults -- [options]
  --cycles N      so many cycles that count (15): with 50 writes acknowledged in the second before the fault; in about
                  100 everything that can go wrong has its turn, pairs included; fewer leave out what takes long
  --seed S        what is drawn follows from it (1); a cycle that failed is repeated by --cycles 1 with its own seed
                  and --only for each of its faults
  --resume        go on with the run file of this seed up to N cycles that count
  --json          one line of JSON a cycle and a last one for the run
  --only NAME     this fault, again for a pair; with --planted: this planted bug
  --planted       plants one bug after the other in a copy of the tree: each passes smoke, each must be caught
  --storm         10 incidents × 100 slots × 8 who say yes at the same time, over four processes of the api
  --slots N       with --storm: so many slots an incident (100)
  --no-smoke      with --planted: leave the smoke run of each out
  --oracle        with --planted: only what the oracle is to catch, by the oracle; first the tree as it is, in which it
                  may find nothing (nothing-planted, by name when others are asked for by name)
  --until-broken  the first breach ends the run, unless it is of time alone (I8)
  --fresh N       empty servers after so many cycles (16)
  --drivers N     natural persons who drive (260)
  --file PATH     where the lines are kept (out/faults/seed-S.jsonl)
  --table FILE    only tells, of the lines in FILE, how often each fault was played and how it fared
  --help          this text`

const whole = (text: string, name: string): number => {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} is a whole number`)
  return value
}

/** @throws Error with one sentence when the command line makes no sense */
export const faultsOptions = (argv: readonly string[]): FaultsOptions => {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      cycles: { type: 'string', default: '15' },
      seed: { type: 'string', default: '1' },
      fresh: { type: 'string', default: '16' },
      drivers: { type: 'string', default: '260' },
      only: { type: 'string', multiple: true, default: [] },
      file: { type: 'string' },
      table: { type: 'string' },
      json: { type: 'boolean', default: false },
      resume: { type: 'boolean', default: false },
      planted: { type: 'boolean', default: false },
      storm: { type: 'boolean', default: false },
      slots: { type: 'string', default: '100' },
      'no-smoke': { type: 'boolean', default: false },
      oracle: { type: 'boolean', default: false },
      'until-broken': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  return {
    ...values,
    untilBroken: values['until-broken'],
    smoke: !values['no-smoke'],
    cycles: whole(values.cycles, 'cycles'),
    slots: whole(values.slots, 'slots'),
    seed: whole(values.seed, 'seed'),
    fresh: Math.max(1, whole(values.fresh, 'fresh')),
    drivers: Math.max(40, whole(values.drivers, 'drivers')),
    file: values.file ?? null,
    table: values.table ?? null,
  }
}
