import { z } from 'zod'
import type { Stop } from '#contracts/runtime/at-point.ts'
import { readEnv } from '#contracts/runtime/env.ts'
import { kindsNamed, streetsOf, streetVariables, type ConfiguredStreets } from './http/streets/configured.ts'

const points = ['written', 'claimed', 'ended'] as const
const secret = z.string().min(32, 'at least 32 characters')

/** The environment of the api; every variable stands here and nowhere else. */
const Env = z
  .object({
    MONGODB_URI: z.string().regex(/^mongodb(\+srv)?:\/\//, 'a mongodb:// address'),
    REDIS_URL: z.string().regex(/^rediss?:\/\//, 'a redis:// address'),
    REDIS_PREFIX: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/, 'small letters, digits and hyphens')
      .default('tr'),
    SERVER_KEY: secret,
    JWT_SECRET: secret,
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    DASHBOARD_DIR: z.string().optional(),
    MAP_BOUNDARIES: z.string().optional(),
    ...streetVariables,
    ANCHOR_FILE: z.string().optional(),
    SMS_URL: z.string().optional(),
    TRUST_PROXY: z.string().default(''),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
    LOCAL_MODE: z.stringbool().default(false),
    AT_POINT: z.enum(points).optional(),
    AT_POINT_AFTER: z.coerce.number().int().positive().default(1),
  })
  .refine(({ LOCAL_MODE, PUBLIC_URL }) => LOCAL_MODE || (PUBLIC_URL?.startsWith('https://') ?? false), {
    path: ['PUBLIC_URL'],
    message: 'must be https:// (only LOCAL_MODE does without)',
    // Also when other variables are wrong: every mistake is told at once.
    when: () => true,
  })
  .refine((given) => kindsNamed(given) === 0 || given.MAP_ATTRIBUTION !== undefined, {
    path: ['MAP_ATTRIBUTION'],
    message: 'who made the streets has to be named',
    when: () => true,
  })
  .refine((given) => kindsNamed(given) < 2, {
    path: [],
    message: 'MAP_TILES, MAP_PMTILES, MAP_STYLE: only one of them has a place on the map',
    when: () => true,
  })

export interface ApiConfig {
  /** Streets for the map; null: the built-in map alone, and no request to anywhere else. */
  mapStreets: ConfiguredStreets | null
  mongoUri: string
  redisUrl: string
  redisPrefix: string
  serverKey: string
  jwtSecret: string
  host: string
  /** 0: any free port. */
  port: number
  /** What people and partners call us, without a slash at the end; null only in local mode: then it follows from the port. */
  publicUrl: string | null
  /** The built dashboard; null: none is served. */
  dashboardDir: string | null
  /** GeoJSON file with the true boundaries of the kelurahan; null: the map draws approximate ones. */
  mapBoundaries: string | null
  /** Where the worker writes the anchors of the ledger, if this process can read it; null: a check does without. */
  anchorFile: string | null
  /** The worker has a text-message gateway: volunteers without a platform can sign in. */
  smsGateway: boolean
  /** Addresses of the proxies whose `X-Forwarded-For` is believed, exactly these. */
  trustProxy: readonly string[]
  logLevel: string
  /** One machine, no TLS: loopback partners allowed, the refresh cookie without `Secure`. */
  localMode: boolean
  /** Recovery tests: where the process ends itself. */
  atPoint: Stop<(typeof points)[number]> | null
}

/** Reads the environment. @throws ConfigError with every mistake at once */
export const apiConfig = (env: Readonly<Record<string, string | undefined>> = process.env): ApiConfig => {
  const given = readEnv(Env, env)
  const { LOCAL_MODE: localMode, PUBLIC_URL: publicUrl } = given
  return {
    mongoUri: given.MONGODB_URI,
    redisUrl: given.REDIS_URL,
    redisPrefix: given.REDIS_PREFIX,
    serverKey: given.SERVER_KEY,
    jwtSecret: given.JWT_SECRET,
    host: given.HOST,
    port: given.PORT,
    publicUrl: publicUrl?.replace(/\/+$/, '') ?? null,
    dashboardDir: given.DASHBOARD_DIR ?? null,
    mapBoundaries: given.MAP_BOUNDARIES ?? null,
    mapStreets: streetsOf(given),
    anchorFile: given.ANCHOR_FILE ?? null,
    smsGateway: given.SMS_URL !== undefined,
    trustProxy: given.TRUST_PROXY.split(',')
      .map((address) => address.trim())
      .filter((address) => address !== ''),
    logLevel: given.LOG_LEVEL,
    localMode,
    atPoint: given.AT_POINT === undefined ? null : { point: given.AT_POINT, after: given.AT_POINT_AFTER },
  }
}
