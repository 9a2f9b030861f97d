import { z } from 'zod'
import { readEnv } from '#contracts/runtime/env.ts'
import type { CallWay } from '#contracts/store/documents.ts'
import { header } from '../config.ts'
import { defaultSmsBody, type SmsConfig, templateFault } from '../delivery/sms/gateway.ts'

export const defaultMailBody = '{"to":"{to}","subject":"{subject}","text":"{text}","id":"{id}"}'

const address = /^(\+[1-9]\d{6,14}|[^@\s,]+@[^@\s,]+\.[^@\s,]+)$/
const list = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .pipe(z.array(z.string().min(1)).max(50))
const gateway = z.url({ protocol: /^https?$/ }).optional()

/** The environment of the watch; every variable stands here and nowhere else. */
const Env = z
  .object({
    MONGODB_URI: z.string().regex(/^mongodb(\+srv)?:\/\//, 'a mongodb:// address'),
    REDIS_URL: z.string().regex(/^rediss?:\/\//, 'a redis:// address'),
    SERVER_KEY: z.string().min(32, 'at least 32 characters'),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
    LOCAL_MODE: z.stringbool().default(false),
    ALARM_TO: list.pipe(z.array(z.string().regex(address, 'numbers as +62… and mail addresses'))),
    API_URLS: list.pipe(z.array(z.url({ protocol: /^https?$/ }))).default([]),
    SMS_URL: gateway,
    SMS_HEADER: header.optional(),
    SMS_TYPE: z.enum(['json', 'form']).default('json'),
    SMS_BODY: z.string().max(2000).default(defaultSmsBody),
    MAIL_URL: gateway,
    MAIL_HEADER: header.optional(),
    MAIL_TYPE: z.enum(['json', 'form']).default('json'),
    MAIL_BODY: z.string().max(2000).default(defaultMailBody),
  })
  .superRefine((given, check) => {
    const fault = (name: string, message: string): void =>
      check.addIssue({ code: 'custom', path: [name], message })
    for (const way of ['SMS', 'MAIL'] as const) {
      const wrong = templateFault(given[`${way}_TYPE`], given[`${way}_BODY`])
      if (wrong !== null) fault(`${way}_BODY`, wrong)
      const isWanted = given.ALARM_TO.some((to) => wayOf(to) === way.toLowerCase())
      if (isWanted && given[`${way}_URL`] === undefined) fault(`${way}_URL`, 'is wanted by ALARM_TO')
    }
  })

export const wayOf = (to: string): CallWay => (to.includes('@') ? 'mail' : 'sms')

export interface WatchConfig {
  mongoUri: string
  redisUrl: string
  serverKey: string
  logLevel: string
  /** One machine: gateways may live at a loopback address, also without TLS. */
  localMode: boolean
  /** Numbers and mail addresses of the people on call. */
  to: readonly string[]
  /** Where the apis answer, inside the house; empty: nobody looks after them. */
  apiUrls: readonly string[]
  gateways: Record<CallWay, SmsConfig | null>
}

/** Reads the environment. @throws ConfigError with every mistake at once */
export const watchConfig = (env: Readonly<Record<string, string | undefined>> = process.env): WatchConfig => {
  const given = readEnv(Env, env)
  const gatewayOf = (way: 'SMS' | 'MAIL'): SmsConfig | null => {
    const url = given[`${way}_URL`]
    if (url === undefined) return null
    return {
      url,
      header: given[`${way}_HEADER`] ?? null,
      type: given[`${way}_TYPE`],
      body: given[`${way}_BODY`],
    }
  }
  return {
    mongoUri: given.MONGODB_URI,
    redisUrl: given.REDIS_URL,
    serverKey: given.SERVER_KEY,
    logLevel: given.LOG_LEVEL,
    localMode: given.LOCAL_MODE,
    to: [...new Set(given.ALARM_TO)],
    apiUrls: given.API_URLS,
    gateways: { sms: gatewayOf('SMS'), mail: gatewayOf('MAIL') },
  }
}
