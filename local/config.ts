import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { readEnv } from '#contracts/runtime/env.ts'

const Environment = z.object({
  MONGODB_URI: z.string().optional(),
  REDIS_URL: z.string().optional(),
  TOP_RANGER_DATA: z.string().optional(),
  MAP_BOUNDARIES: z.string().optional(),
  CI: z.string().optional(),
})

/** What the local city takes from the environment. */
export const cityConfig = (env: Readonly<Record<string, string | undefined>> = process.env) => {
  const { MONGODB_URI, REDIS_URL, TOP_RANGER_DATA, MAP_BOUNDARIES, CI } = readEnv(Environment, env)
  return {
    mongoUri: MONGODB_URI ?? null,
    redisUrl: REDIS_URL ?? null,
    dataDir: TOP_RANGER_DATA ?? join(homedir(), '.local', 'share', 'top-ranger'),
    mapBoundaries: MAP_BOUNDARIES === undefined ? null : resolve(MAP_BOUNDARIES),
    ci: CI !== undefined,
  }
}
