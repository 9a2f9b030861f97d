import mongoose from 'mongoose'
import { NotSaved } from './ledger.ts'

const { mongo } = mongoose

const awayErrors = [
  NotSaved,
  mongo.MongoNetworkError,
  mongo.MongoServerSelectionError,
  mongo.MongoNotConnectedError,
  mongo.MongoTopologyClosedError,
  mongo.MongoOperationTimeoutError,
  mongoose.Error.MongooseServerSelectionError,
] as const

/** MongoDB is away, changing its primary or too slow: nobody knows yet, or nothing was saved; sending again is right. */
export const isAway = (error: unknown): boolean =>
  awayErrors.some((kind) => error instanceof kind) ||
  // The driver keeps this class to itself.
  (error instanceof Error && error.name === 'MongoWaitQueueTimeoutError') ||
  (error instanceof mongo.MongoServerError && error.hasErrorLabel('RetryableWriteError'))
