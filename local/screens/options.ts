import { parseArgs } from 'node:util'
import { startOptions, type StartOptions } from '../options.ts'

export interface ScreensOptions {
  /** A city that runs already; null: one is started for the pictures. */
  url: string | null
  /** Who signs in there, and how. */
  login: string
  password: string | null
  /** Only screens, and only looks, whose name contains this. */
  only: string
  look: string
  out: string
  /** Every screen is also held against the rules of WCAG 2.2 A and AA. */
  axe: boolean
  /** The day that is played in a city of its own. */
  played: Pick<StartOptions, 'scenario' | 'speed' | 'seed' | 'volunteers'>
  help: boolean
}

export const usage = `npm run screens -- [options]
  --url ADDRESS    a city that runs already (default: starts one of its own and plays a night)
  --login NAME     who signs in there (default supervisor)
  --password TEXT  his password (default: as the local city keeps it in its data folder)
  --scenario NAME  what is played in a city of its own (default seroja), with --speed (default 10) and --seed
  --only TEXT      only screens whose name contains this
  --look TEXT      only looks whose name contains this, as in 1440x900-dark
  --axe            holds every screen against WCAG 2.2 AA as well (slower)
  --out FOLDER     where the pictures go (default out/screens)`

/** Reads the command line. Throws one plain sentence on a mistake. */
export const screensOptions = (args: readonly string[]): ScreensOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      url: { type: 'string' },
      login: { type: 'string', default: 'supervisor' },
      password: { type: 'string' },
      scenario: { type: 'string', default: 'seroja' },
      speed: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string', default: '' },
      look: { type: 'string', default: '' },
      out: { type: 'string', default: 'out/screens' },
      axe: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const { scenario, speed, seed } = values
  return {
    url: values.url?.replace(/\/$/, '') ?? null,
    login: values.login,
    password: values.password ?? null,
    only: values.only,
    look: values.look,
    out: values.out,
    axe: values.axe,
    played: startOptions(['--scenario', scenario, '--speed', speed, '--seed', seed]),
    help: values.help,
  }
}
