import { z } from 'zod'
import { scenarioNames } from './scenarios/all.ts'

const Environment = z.object({
  /** Where Top Ranger answers: `http://127.0.0.1:8080`. */
  SCENARIO_API_URL: z.url(),
  SCENARIO_NAME: z.enum(scenarioNames),
  /** How many times faster than life it goes. */
  SCENARIO_SPEED: z.coerce.number().positive().max(1000).default(1),
  SCENARIO_SEED: z.coerce.number().int().default(1),
  /** An operator of the control room. */
  SCENARIO_LOGIN: z.string().min(1),
  SCENARIO_PASSWORD: z.string().min(1),
  SCENARIO_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

/** Reads the environment once; throws one error that lists every mistake by name. */
export const scenarioConfig = (env: Readonly<Record<string, string | undefined>> = process.env) => {
  const read = Environment.safeParse(env)
  if (!read.success) throw new Error(`The scenario cannot start.\n${z.prettifyError(read.error)}`)
  const { data } = read
  return {
    apiUrl: data.SCENARIO_API_URL,
    name: data.SCENARIO_NAME,
    speed: data.SCENARIO_SPEED,
    seed: data.SCENARIO_SEED,
    credentials: { login: data.SCENARIO_LOGIN, password: data.SCENARIO_PASSWORD },
    logLevel: data.SCENARIO_LOG_LEVEL,
  }
}
