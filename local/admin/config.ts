import { z } from 'zod'
import { readEnv } from '#contracts/runtime/env.ts'

const Environment = z.object({
  MONGODB_URI: z.string(),
  REDIS_URL: z.string(),
  REDIS_PREFIX: z.string().default('tr'),
  SERVER_KEY: z.string().min(32),
  ADMIN_PASSWORD: z.string().min(12).optional(),
})

/** The same variables as api and worker; the password may come from ADMIN_PASSWORD instead of the keyboard. */
export const adminConfig = (env: Readonly<Record<string, string | undefined>> = process.env) =>
  readEnv(Environment, env)
