import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { readEnv } from '#contracts/runtime/env.ts'

const Environment = z.object({
  MONGODB_URI: z.string().optional(),
  REDIS_URL: z.string().optional(),
  TOP_RANGER_DATA: z.string().optional(),
  ANCHOR_FILE: z.string().optional(),
  MAP_BOUNDARIES: z.string().optional(),
  MAP_TILES: z.string().optional(),
  MAP_PMTILES: z.string().optional(),
  MAP_STYLE: z.string().optional(),
  MAP_ATTRIBUTION: z.string().optional(),
  CI: z.string().optional(),
})
type Given = z.infer<typeof Environment>

/** Files are named from where a person stands; the api runs elsewhere. */
const isAddress = (place: string): boolean => /^\w+:\/\//.test(place)

/** The map's variables, as they are handed on to the api, which checks them. */
const mapOf = ({ MAP_BOUNDARIES, MAP_PMTILES, MAP_STYLE, MAP_TILES, MAP_ATTRIBUTION }: Given) => {
  const places = { MAP_BOUNDARIES, MAP_PMTILES, MAP_STYLE }
  const named = Object.entries({ MAP_TILES, MAP_ATTRIBUTION, ...places })
  return Object.fromEntries(
    named.flatMap(([name, value]) =>
      value === undefined ? [] : [[name, name in places && !isAddress(value) ? resolve(value) : value]],
    ),
  )
}

/** What the local city takes from the environment. */
export const cityConfig = (env: Readonly<Record<string, string | undefined>> = process.env) => {
  const given = readEnv(Environment, env)
  const { MONGODB_URI, REDIS_URL, TOP_RANGER_DATA, ANCHOR_FILE, CI } = given
  return {
    mongoUri: MONGODB_URI ?? null,
    redisUrl: REDIS_URL ?? null,
    dataDir: TOP_RANGER_DATA ?? join(homedir(), '.local', 'share', 'top-ranger'),
    anchorFile: ANCHOR_FILE ?? null,
    map: mapOf(given),
    ci: CI !== undefined,
  }
}
