import { z } from 'zod'
import { dayEnvironment, dayOf } from './day/environment.ts'
import { reactionKinds } from './reaction.ts'
import { defaultSettings, type Settings } from './settings.ts'

const secret = z.string().regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/, 'whsec_ and base64')
const percent = z.coerce.number().min(0).max(100)
const script = z
  .string()
  .transform((list) => list.split(',').flatMap((kind) => kind.trim() || []))
  .pipe(z.array(z.enum(reactionKinds)))

const Environment = z
  .object({
    /** Where Top Ranger answers: `http://127.0.0.1:8080`. */
    SIM_API_URL: z.url(),
    /** 0: any free port, told in the log and to the parent process. */
    SIM_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
    /** Our name at Top Ranger, sent as `x-partner-ref`. */
    SIM_PARTNER_REF: z.string().min(1),
    /** We sign with it what we tell Top Ranger. */
    SIM_SECRET_OUT: secret,
    /** Top Ranger signs with it what it tells us. */
    SIM_SECRET_IN: secret,
    /** A JSON file with our own drivers (roster.ts). */
    SIM_ROSTER: z.string().min(1),
    SIM_SEED: z.coerce.number().int().default(defaultSettings.seed),
    /** How many times faster than life people think, ride and work. */
    SIM_SPEED: z.coerce.number().positive().max(1000).default(defaultSettings.speed),
    /** Rides never go faster than this, whatever the speed of life; the wire carries 720 km/h at most. */
    SIM_KMH_MAX: z.coerce.number().min(5).max(720).default(defaultSettings.kmhMax),
    /** Of 100 offers; what is left is accepted. */
    SIM_DECLINE_PCT: percent.default(defaultSettings.shares.decline),
    SIM_SILENT_PCT: percent.default(defaultSettings.shares.silent),
    SIM_LATE_PCT: percent.default(defaultSettings.shares.late),
    /** Of 100 messages: how many are said again, and of 100 steps: how many are told out of order. */
    SIM_REPEAT_PCT: percent.default(defaultSettings.repeatPct),
    /** Reactions of the first offers, in the order of their coming: `decline,late,accept`. */
    SIM_SCRIPT: script.default([]),
    SIM_POSITIONS_EVERY_S: z.coerce.number().min(0.2).max(600).default(defaultSettings.positionsEveryS),
    ...dayEnvironment,
    SIM_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  })
  .refine(
    ({ SIM_DECLINE_PCT, SIM_SILENT_PCT, SIM_LATE_PCT }) =>
      sum(SIM_DECLINE_PCT, SIM_SILENT_PCT, SIM_LATE_PCT) <= 100,
    {
      error: 'SIM_DECLINE_PCT, SIM_SILENT_PCT and SIM_LATE_PCT are more than 100 together',
    },
  )

const sum = (...numbers: number[]): number => numbers.reduce((total, number) => total + number, 0)

export interface SimulatorConfig {
  apiUrl: string
  port: number
  partnerRef: string
  secretOut: string
  secretIn: string
  rosterPath: string
  logLevel: string
  settings: Settings
}

/** Reads the environment once; throws one error that lists every mistake by name. An empty value counts as missing. */
export function simulatorConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
): SimulatorConfig {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = Environment.safeParse(given)
  if (!read.success) throw new Error(`The simulator cannot start.\n${z.prettifyError(read.error)}`)
  const { data } = read
  return {
    apiUrl: data.SIM_API_URL,
    port: data.SIM_PORT,
    partnerRef: data.SIM_PARTNER_REF,
    secretOut: data.SIM_SECRET_OUT,
    secretIn: data.SIM_SECRET_IN,
    rosterPath: data.SIM_ROSTER,
    logLevel: data.SIM_LOG_LEVEL,
    settings: {
      seed: data.SIM_SEED,
      speed: data.SIM_SPEED,
      kmhMax: data.SIM_KMH_MAX,
      shares: { decline: data.SIM_DECLINE_PCT, silent: data.SIM_SILENT_PCT, late: data.SIM_LATE_PCT },
      repeatPct: data.SIM_REPEAT_PCT,
      script: data.SIM_SCRIPT,
      positionsEveryS: data.SIM_POSITIONS_EVERY_S,
      day: dayOf(data),
    },
  }
}
