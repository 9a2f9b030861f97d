import { parseArgs } from 'node:util'

export interface LoadOptions {
  seconds: number
  scale: number
  seed: number
  json: boolean
  climb: boolean
  /** Bundles of another release, which runs the first api and the first worker. */
  beside: string | null
  help: boolean
}

export const usage = `npm run load -- [options]
Profile L on a city of its own (2 apis, 2 workers, MongoDB, Redis): 3,000 volunteers on duty at 8 platforms, one of them dead,
each telling his position every 5 s; 5 incidents a second, and a burst of 50 a second for two seconds in each minute; racing
and doubled acceptances; 100 screens. Latency counts from the moment at which something was meant to be sent.
  --for S         seconds of load (60)
  --scale X       so much of profile L, 0.01 to 4 (1)
  --climb         0.1, 0.2, 0.35, 0.5, 0.75, 1 one after the other, each for --for seconds, until one is not carried
  --soak          30 minutes: memory after a sweep, descriptors and keys of Redis must stay as they are
  --beside DIR    the first api and the first worker are the bundles in DIR (of an older release): both run side by side
  --seed S        what is drawn follows from it (1)
  --json          one line of JSON for each run and a last one
  --help          this text
Leaves with 0 when all of it was carried, no law was broken and nothing grew.`

const SOAK_S = 30 * 60

const number = (text: string, name: string, least: number, most: number): number => {
  const value = Number(text)
  if (!(value >= least && value <= most)) throw new Error(`--${name} is a number from ${least} to ${most}`)
  return value
}

/** @throws Error with one sentence when the command line makes no sense */
export const loadOptions = (argv: readonly string[]): LoadOptions => {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      for: { type: 'string' },
      scale: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
      climb: { type: 'boolean', default: false },
      soak: { type: 'boolean', default: false },
      beside: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const seconds = values.for ?? String(values.soak ? SOAK_S : 60)
  return {
    seconds: number(seconds, 'for', 5, 24 * 3600),
    scale: number(values.scale, 'scale', 0.01, 4),
    seed: number(values.seed, 'seed', 0, 2 ** 31),
    json: values.json,
    climb: values.climb,
    beside: values.beside ?? null,
    help: values.help,
  }
}
