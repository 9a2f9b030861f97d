import { parseArgs } from 'node:util'
import { type ScenarioName, scenarioNames, scenarios } from './scenario/scenarios/all.ts'

export interface StartOptions {
  reset: boolean
  port: number
  volunteers: number
  /** A day that is played; null: nobody calls. */
  scenario: ScenarioName | null
  /** How many times faster than life; null: as the simulator is used to. */
  speed: number | null
  seed: number
  help: boolean
}

export const usage = `npm start -- [options]
  --scenario NAME  a day that is played while you watch:
${scenarioNames.map((name) => `                     ${name.padEnd(9)}${scenarios[name].title}`).join('\n')}
  --speed N        how many times faster than life people and the scenario go
                     (default ${scenarioNames.map((name) => `${name} ${scenarios[name].speed}`).join(', ')})
  --seed N         another day of the same kind (default 1)
  --port N         address of the screens (default 8080)
  --volunteers N   invented volunteers (default 60; ${scenarioNames.map((name) => `${name} ${scenarios[name].volunteers}`).join(', ')})
  --reset          forget all data of the local city first
  --help           this text`

const whole = (name: string, text: string, min: number, max: number): number => {
  const value = Number(text)
  if (!Number.isInteger(value) || value < min || value > max)
    throw new Error(`--${name} wants a whole number from ${min} to ${max}, not "${text}"`)
  return value
}

const scenarioOf = (text: string | undefined): ScenarioName | null => {
  if (text === undefined) return null
  const name = scenarioNames.find((known) => known === text)
  if (name === undefined)
    throw new Error(`--scenario wants one of ${scenarioNames.join(', ')}, not "${text}"`)
  return name
}

/** Reads the command line. Throws one plain sentence on a mistake. */
export const startOptions = (args: readonly string[]): StartOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '8080' },
      volunteers: { type: 'string' },
      scenario: { type: 'string' },
      speed: { type: 'string' },
      seed: { type: 'string', default: '1' },
      reset: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const scenario = scenarioOf(values.scenario)
  const usual = scenario === null ? null : scenarios[scenario]
  return {
    reset: values.reset,
    help: values.help,
    scenario,
    speed: values.speed === undefined ? (usual?.speed ?? null) : whole('speed', values.speed, 1, 1000),
    seed: whole('seed', values.seed, 0, 2 ** 31),
    port: whole('port', values.port, 1, 65_535),
    volunteers: whole('volunteers', values.volunteers ?? String(usual?.volunteers ?? 60), 0, 5000),
  }
}
