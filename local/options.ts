import { parseArgs } from 'node:util'

export interface StartOptions {
  reset: boolean
  port: number
  volunteers: number
  help: boolean
}

export const usage = `npm start -- [options]
  --port N         address of the screens (default 8080)
  --volunteers N   invented volunteers (default 60)
  --reset          forget all data of the local city first
  --help           this text`

const whole = (name: string, text: string, min: number, max: number): number => {
  const value = Number(text)
  if (!Number.isInteger(value) || value < min || value > max)
    throw new Error(`--${name} wants a whole number from ${min} to ${max}, not "${text}"`)
  return value
}

/** Reads the command line. Throws one plain sentence on a mistake. */
export const startOptions = (args: readonly string[]): StartOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '8080' },
      volunteers: { type: 'string', default: '60' },
      reset: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  return {
    reset: values.reset,
    help: values.help,
    port: whole('port', values.port, 1, 65_535),
    volunteers: whole('volunteers', values.volunteers, 0, 5000),
  }
}
