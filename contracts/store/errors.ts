import mongoose from 'mongoose'

const { mongo } = mongoose

/** The write could not be confirmed in time; nothing or everything of it is saved. The caller sends again with the same opId. */
export class NotSaved extends Error {
  constructor(why: string, options?: ErrorOptions) {
    super(`not saved: ${why}`, options)
    this.name = 'NotSaved'
  }
}

const unanswered = [
  mongo.MongoNetworkError,
  mongo.MongoServerSelectionError,
  mongo.MongoNotConnectedError,
  mongo.MongoTopologyClosedError,
  mongo.MongoOperationTimeoutError,
  // It was written, but not as many have it as must: a new primary may not know of it.
  mongo.MongoWriteConcernError,
  mongoose.Error.MongooseServerSelectionError,
] as const
// The driver keeps these classes to itself.
const unansweredNames = new Set(['MongoWaitQueueTimeoutError', 'MongoClientClosedError'])
// What Node says of a socket that ends while the driver writes to it comes through bare.
const socketCodes = new Set<unknown>([
  'EPIPE',
  'ECONNRESET',
  'ECONNREFUSED',
  'ETIMEDOUT',
  'ERR_STREAM_DESTROYED',
])

/** What a server says that stops being the primary, or is no longer. The driver labels it only when it may write again by itself. */
const failoverCodes = new Set<unknown>([
  91, // ShutdownInProgress
  189, // PrimarySteppedDown
  10107, // NotWritablePrimary
  11600, // InterruptedAtShutdown
  11602, // InterruptedDueToReplStateChange
  13435, // NotPrimaryNoSecondaryOk
  13436, // NotPrimaryOrSecondary
])

/** MongoDB gave no answer, or is changing its primary: whether a write happened is unknown. What it refused in words did not. */
export const isUnanswered = (error: unknown): boolean =>
  unanswered.some((kind) => error instanceof kind) ||
  (error instanceof Error && unansweredNames.has(error.name)) ||
  (error instanceof Error && 'code' in error && socketCodes.has(error.code)) ||
  (error instanceof mongo.MongoServerError &&
    (error.hasErrorLabel('RetryableWriteError') || failoverCodes.has(error.code)))

/** Nobody knows yet, or nothing was saved; sending again is right. */
export const isAway = (error: unknown): boolean => error instanceof NotSaved || isUnanswered(error)

/** A unique index says that it is there already. */
export const isDuplicateKey = (error: unknown): boolean =>
  error instanceof mongo.MongoServerError && error.code === 11000
