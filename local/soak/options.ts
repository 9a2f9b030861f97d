import { parseArgs } from 'node:util'
import { startOptions, type StartOptions } from '../options.ts'

export interface SoakOptions {
  minutes: number
  everyS: number
  json: boolean
  played: Pick<StartOptions, 'scenario' | 'speed' | 'seed' | 'volunteers'>
  help: boolean
}

export const usage = `npm run soak -- [options]
  A desk that stays open: plays a day before a real browser and weighs it after each minute.
  --minutes N      how long (default 10; with the default speed that is a day)
  --every N        seconds between two weighings (default 30)
  --scenario NAME  what is played (default quiet), with --speed (default 144) and --seed
  --json           one line of JSON instead of the table`

/** @throws Error with one plain sentence on a mistake */
export const soakOptions = (args: readonly string[]): SoakOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string', default: '10' },
      every: { type: 'string', default: '30' },
      scenario: { type: 'string', default: 'quiet' },
      speed: { type: 'string', default: '144' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const [minutes, everyS] = [Number(values.minutes), Number(values.every)]
  if (!(minutes >= 1) || !(everyS >= 5))
    throw new Error('at least one minute, and five seconds between two weighings')
  return {
    minutes,
    everyS,
    json: values.json,
    played: startOptions(['--scenario', values.scenario, '--speed', values.speed, '--seed', values.seed]),
    help: values.help,
  }
}
