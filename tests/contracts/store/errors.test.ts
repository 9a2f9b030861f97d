import mongoose from 'mongoose'
import { describe, expect, it } from 'vitest'
import { isAway, isDuplicateKey, isUnanswered, NotSaved } from '#contracts/store/errors.ts'

const { mongo } = mongoose

describe('what MongoDB leaves unanswered', () => {
  it('is a lost link, in whatever words, and a primary that steps down', () => {
    const stepping = new mongo.MongoServerError({ message: 'stepped down', code: 189 })
    stepping.addErrorLabel('RetryableWriteError')
    const unanswered = [
      new mongo.MongoNetworkError('connection closed'),
      // Seen when a server was killed while the driver wrote to it.
      Object.assign(new Error('This socket has been ended by the other party'), { code: 'EPIPE' }),
      Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }),
      stepping,
    ]
    expect(unanswered.map(isUnanswered)).toEqual([true, true, true, true])
    expect(unanswered.map(isAway)).toEqual([true, true, true, true])
  })

  it.each([
    [91, 'ShutdownInProgress'],
    [189, 'PrimarySteppedDown'],
    [10107, 'NotWritablePrimary'],
    [11600, 'InterruptedAtShutdown'],
    [11602, 'InterruptedDueToReplStateChange'],
    [13435, 'NotPrimaryNoSecondaryOk'],
    [13436, 'NotPrimaryOrSecondary'],
  ])(
    'is %i (%s), without a label as the driver throws it when it does not write again by itself',
    (code, codeName) => {
      const error = new mongo.MongoServerError({ ok: 0, errmsg: 'not primary', code, codeName })
      expect(error.hasErrorLabel('RetryableWriteError')).toBe(false)
      expect([isUnanswered(error), isAway(error)]).toEqual([true, true])
    },
  )

  it('is a write that too few have', () => {
    const writeConcernError = { code: 64, codeName: 'WriteConcernTimeout', errmsg: 'waiting timed out' }
    const error = new mongo.MongoWriteConcernError({ ok: 1, n: 1, writeConcernError })
    expect([isUnanswered(error), isAway(error)]).toEqual([true, true])
  })

  it('is nothing that was refused in words, and no mistake of ours', () => {
    const taken = new mongo.MongoServerError({ message: 'E11000', code: 11000 })
    const others = [taken, new TypeError('x is not a function'), new Error('ECONNRESET'), 'EPIPE']
    expect(others.map(isUnanswered)).toEqual([false, false, false, false])
    expect(isDuplicateKey(taken)).toBe(true)
    expect(isAway(new NotSaved('busy'))).toBe(true)
  })
})
