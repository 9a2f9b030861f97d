import { randomBytes } from 'node:crypto'
import { createAgencies } from '#contracts/store/agencies.ts'
import { createAnswerCodes } from '#contracts/store/answer-codes.ts'
import { createCredentials } from '#contracts/store/credentials.ts'
import { createDeliveries } from '#contracts/store/deliveries.ts'
import { createDeliveryQueries } from '#contracts/store/delivery-queries.ts'
import { createEndpoints } from '#contracts/store/endpoints.ts'
import { createFactQueries } from '#contracts/store/fact-queries.ts'
import { createHeartbeats } from '#contracts/store/heartbeats.ts'
import { createIncidentQueries } from '#contracts/store/incident-queries.ts'
import { openPlatform } from '#contracts/store/open.ts'
import { createPartnerLog } from '#contracts/store/partner-log.ts'
import { createPartnerQueries } from '#contracts/store/partner-queries.ts'
import { createPhotos } from '#contracts/store/photos.ts'
import { createSecrets } from '#contracts/store/secrets.ts'
import { createSessions } from '#contracts/store/sessions.ts'
import { createSignInCodes } from '#contracts/store/sign-in-codes.ts'
import { createShiftQueries } from '#contracts/store/shift-queries.ts'
import { createUserQueries } from '#contracts/store/user-queries.ts'
import { createVolunteerQueries } from '#contracts/store/volunteer-queries.ts'
import { createWatchQueries } from '#contracts/store/watch.ts'
import { stopAtPoint } from '#contracts/runtime/at-point.ts'
import type { Closers } from '#contracts/runtime/closers.ts'
import { base32 } from '#contracts/runtime/base32.ts'
import { newSecret } from '#contracts/runtime/secret.ts'
import type { Logger } from '#contracts/runtime/log.ts'
import { createAgencyCache } from './agencies.ts'
import type { ApiConfig } from './config.ts'
import { createMetrics } from './metrics.ts'
import { createPrinter } from './paper/printer.ts'
import { createCleanPhoto } from './usecases/partner/clean-photo.ts'
import { createPersonalLimits } from './usecases/personal/limits.ts'
import { createSignInLimits } from './usecases/session/limits.ts'
import { createPasswords } from './usecases/session/passwords.ts'
import { createStanding } from './usecases/session/standing.ts'

/** The configuration once the port is known. */
export type SettledConfig = ApiConfig & { publicUrl: string }

/** Milliseconds that only ever run forward. */
const elapsedMs = (): number => performance.now()

/** Everything that the api has open. Closed by `closers` in reverse order. Rejects when MongoDB is away. */
export const openContext = async (config: SettledConfig, log: Logger, closers: Closers) => {
  const { mongoUri, redisUrl, redisPrefix, serverKey, atPoint } = config
  const platform = await openPlatform({
    name: 'api',
    mongoUri,
    redisUrl,
    redisPrefix,
    serverKey,
    log,
    closers,
    atPoint: atPoint === null ? undefined : stopAtPoint(atPoint),
  })
  const { connection, store, seal, redis, keys, clock } = platform
  const { models, ledger } = store
  const sessions = createSessions(models)
  const printer = createPrinter(new URL('./paper-thread.mjs', import.meta.url), log)
  closers.add('printer', () => printer.close())
  const agencies = createAgencyCache(createAgencies(models), elapsedMs)
  await agencies.readAll()
  return {
    ...platform,
    config,
    /** Reference data, read through a short cache. */
    agencies,
    credentials: createCredentials(models),
    secrets: createSecrets(models, seal),
    sessions,
    standing: createStanding(ledger, sessions, elapsedMs),
    photos: createPhotos(connection),
    cleanPhoto: createCleanPhoto(),
    passwords: createPasswords(),
    signInLimits: createSignInLimits(redis, keys.limits),
    personalLimits: createPersonalLimits(redis, keys.limits),
    signInCodes: createSignInCodes(models),
    answerCodes: createAnswerCodes(models, clock, serverKey),
    randomToken: () => randomBytes(32).toString('base64url'),
    /** Eighty bits to be read aloud: `abcd-efgh-jkmn-pqrs`. */
    newPassword: () => (base32(randomBytes(10)).match(/.{4}/g) ?? []).join('-'),
    newSecret: () => newSecret(randomBytes),
    incidentQueries: createIncidentQueries(models),
    volunteerQueries: createVolunteerQueries(models),
    partnerQueries: createPartnerQueries(models),
    partnerLog: createPartnerLog(models),
    userQueries: createUserQueries(models),
    deliveries: createDeliveries(models),
    endpoints: createEndpoints(models),
    deliveryQueries: createDeliveryQueries(models),
    heartbeats: createHeartbeats(models),
    factQueries: createFactQueries(models),
    shiftQueries: createShiftQueries(models),
    watchQueries: createWatchQueries(models),
    printer,
    metrics: createMetrics(store),
  }
}
export type Context = Awaited<ReturnType<typeof openContext>>
