import { z } from 'zod'
import type { Stop } from '#contracts/runtime/at-point.ts'
import { readEnv } from '#contracts/runtime/env.ts'
import { defaultSmsBody, type SmsConfig, templateFault } from './delivery/sms/gateway.ts'

/** Where recovery tests may stop a worker: in the store, after a relay's work is durable, after a partner's answer. */
const points = ['written', 'claimed', 'ended', 'relayed', 'posted'] as const
export type WorkerPoint = (typeof points)[number]

/** `name: value`, as a gateway wants to see who calls. */
export const header = z
  .string()
  .regex(/^[A-Za-z0-9-]+: ?[!-~][ -~]*$/, 'a header: "name: value"')
  .transform((line) => {
    const [name = ''] = line.split(':', 1)
    return { name: name.toLowerCase(), value: line.slice(name.length + 1).trim() }
  })

/** The environment of the worker; every variable stands here and nowhere else. */
const Env = z
  .object({
    MONGODB_URI: z.string().regex(/^mongodb(\+srv)?:\/\//, 'a mongodb:// address'),
    REDIS_URL: z.string().regex(/^rediss?:\/\//, 'a redis:// address'),
    REDIS_PREFIX: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/, 'small letters, digits and hyphens')
      .default('tr'),
    SERVER_KEY: z.string().min(32, 'at least 32 characters'),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
    LOCAL_MODE: z.stringbool().default(false),
    ANCHOR_FILE: z.string().default('anchor.log'),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
    SMS_HEADER: header.optional(),
    SMS_TYPE: z.enum(['json', 'form']).default('json'),
    SMS_BODY: z.string().max(2000).default(defaultSmsBody),
    METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
    METRICS_HOST: z.string().default('127.0.0.1'),
    RECONCILE_AFTER_S: z.coerce.number().int().min(1).max(3600).default(60),
    AT_POINT: z.enum(points).optional(),
    AT_POINT_AFTER: z.coerce.number().int().positive().default(1),
  })
  .superRefine(({ SMS_URL, SMS_TYPE, SMS_BODY, PUBLIC_URL }, check) => {
    if (SMS_URL === undefined) return
    const fault = templateFault(SMS_TYPE, SMS_BODY)
    if (fault !== null) check.addIssue({ code: 'custom', path: ['SMS_BODY'], message: fault })
    if (PUBLIC_URL === undefined)
      check.addIssue({
        code: 'custom',
        path: ['PUBLIC_URL'],
        message: 'is wanted for links in text messages',
      })
  })

export interface WorkerConfig {
  mongoUri: string
  redisUrl: string
  redisPrefix: string
  serverKey: string
  logLevel: string
  /** One machine: partners may live at a loopback address, also without TLS. */
  localMode: boolean
  /** Where volunteers reach the api; null: no links are sent. */
  publicUrl: string | null
  /** The text-message gateway; null: there is none. */
  sms: SmsConfig | null
  /** Outside the database: each minute the place and hash of the newest fact are appended to it. */
  anchorFile: string
  /** Where its numbers are told, at `/metrics`; null: nowhere. */
  metrics: { host: string; port: number } | null
  /** Seconds after which a claim is looked at again: whoever took it may have died. */
  reconcileAfterS: number
  /** Recovery tests: the process ends itself by SIGKILL when it comes to this point for the `after`th time. */
  atPoint: Stop<WorkerPoint> | null
}

const smsOf = ({ SMS_URL: url, SMS_HEADER, SMS_TYPE: type, SMS_BODY: body }: z.output<typeof Env>) =>
  url === undefined ? null : { url, header: SMS_HEADER ?? null, type, body }

/** Reads the environment. @throws ConfigError with every mistake at once */
export const workerConfig = (
  env: Readonly<Record<string, string | undefined>> = process.env,
): WorkerConfig => {
  const given = readEnv(Env, env)
  return {
    mongoUri: given.MONGODB_URI,
    redisUrl: given.REDIS_URL,
    redisPrefix: given.REDIS_PREFIX,
    serverKey: given.SERVER_KEY,
    logLevel: given.LOG_LEVEL,
    localMode: given.LOCAL_MODE,
    publicUrl: given.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    sms: smsOf(given),
    anchorFile: given.ANCHOR_FILE,
    metrics: given.METRICS_PORT === undefined ? null : { host: given.METRICS_HOST, port: given.METRICS_PORT },
    reconcileAfterS: given.RECONCILE_AFTER_S,
    atPoint: given.AT_POINT === undefined ? null : { point: given.AT_POINT, after: given.AT_POINT_AFTER },
  }
}
