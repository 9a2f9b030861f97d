import * as fc from 'fast-check'
import { Redis } from 'ioredis'
import mongoose from 'mongoose'
import { describe, expect, it } from 'vitest'
import { REDACTED_KEYS } from '#contracts/runtime/redact.ts'
import { captureLog } from './capture-log.ts'

function parsed(line: string | undefined): Record<string, unknown> {
  const value: unknown = JSON.parse(line ?? '')
  if (typeof value !== 'object' || value === null) throw new TypeError('not a log line')
  return { ...value }
}

function contained(value: unknown, name: string): unknown {
  return name === 'list' ? [value] : { [name]: value }
}

describe('createLogger', () => {
  it('writes one JSON line per fact, with process, level and time in words', () => {
    const { log, lines } = captureLog()
    log.info({ incidentId: 'inc_1', seq: 7 }, 'placed')
    expect(lines).toHaveLength(1)
    const line = parsed(lines[0])
    expect(line).toMatchObject({ level: 'info', process: 'test', incidentId: 'inc_1', seq: 7, msg: 'placed' })
    expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
  })

  it('keeps its level', () => {
    const { log, lines } = captureLog('warn')
    log.info('quiet')
    log.warn('loud')
    expect(lines).toHaveLength(1)
  })

  it('redacts every listed key at any depth, in objects and lists, also in child loggers', () => {
    const secret = 'Yohana-Bria'
    const hidden = fc.constantFrom<unknown>(secret, { deep: [secret] }, [secret])
    const person = fc
      .tuple(fc.constantFrom(...REDACTED_KEYS), hidden)
      .map(([key, value]) => ({ [key]: value, kept: 'kept' }))
    const container = fc.constantFrom('list', 'job', 'data')
    const levels = fc.array(container, { maxLength: 8 })
    const nested = fc
      .tuple(person, levels)
      .map(([value, names]) => names.reduce<unknown>(contained, value))
      .map((value) => ({ volunteer: value }))
    fc.assert(
      fc.property(fc.oneof(person, nested), (object) => {
        const { log, lines } = captureLog()
        log.info(object, 'said')
        log.child(object).info('said by a child')
        expect(lines.join('')).not.toContain(secret)
        expect(lines.every((line) => line.includes('kept'))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('reaches into lists', () => {
    const { log, lines } = captureLog()
    log.info({ volunteers: [{ phone: 'Yohana' }, { contact: { who: 'Yohana' } }] }, 'said')
    expect(lines[0]).not.toContain('Yohana')
  })

  it('redacts in any case, and what serializers and toJSON make of things', () => {
    const { log, lines } = captureLog()
    const child = log.child(
      {},
      { serializers: { req: () => ({ headers: { Authorization: 'Yohana', 'SET-COOKIE': 'Yohana' } }) } },
    )
    child.info({ req: {}, person: { toJSON: () => ({ displayName: 'Yohana' }) } }, 'said')
    expect(parsed(lines[0])).toMatchObject({
      req: { headers: { Authorization: '[redacted]', 'SET-COOKIE': '[redacted]' } },
      person: { displayName: '[redacted]' },
    })
  })

  it('does not change the object it was given', () => {
    const { log } = captureLog()
    const person = { volunteer: { name: 'Yohana', refs: [{ phone: '+6281234567890' }] } }
    log.info(person, 'said')
    expect(person).toEqual({ volunteer: { name: 'Yohana', refs: [{ phone: '+6281234567890' }] } })
  })

  it('scrubs phones, credentials and tokens wherever they stand in a line', () => {
    const { log, lines } = captureLog()
    const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl'
    log.info({ to: '081234567890', uri: 'mongodb://root:hunter2@db:27017/tr' }, 'call +62 812-3456-7890')
    log.info(`Bearer ${jwt} and whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw or "6281234567890"`)
    const all = lines.join('')
    for (const leak of ['1234567890', '3456-7890', 'hunter2', jwt, 'MfKQ9r8G'])
      expect(all).not.toContain(leak)
    expect(parsed(lines[0]).uri).toBe('mongodb://[credentials]@db:27017/tr')
    expect(lines.map(parsed)).toHaveLength(2)
  })

  it('leaves ids, counts and times alone', () => {
    const { log, lines } = captureLog()
    const fields = {
      offerId: 'off_01k6081234567890abcdef',
      seq: 6_281_234,
      ms: 0.081_234_567_89,
      at: '2026-11-22T02:54:40+08:00',
    }
    log.info(fields, 'placed')
    expect(parsed(lines[0])).toMatchObject(fields)
  })
})

describe('errors in a log line', () => {
  it('keep type, code, frames and cause; lose everything hung on them', () => {
    const { log, lines } = captureLog()
    const cause = Object.assign(new Error('reset'), { command: { name: 'set', args: ['Yohana'] } })
    log.error(
      {
        err: Object.assign(new TypeError('broken', { cause }), {
          code: 'E_X',
          keyValue: { phone: 'Yohana' },
        }),
      },
      'failed',
    )
    const line = parsed(lines[0])
    expect(line.msg).toBe('failed')
    expect(line.err).toMatchObject({
      type: 'TypeError',
      message: 'broken',
      code: 'E_X',
      cause: { message: 'reset' },
    })
    expect(lines[0]).toMatch(/at .*log\.test\.ts:\d+:\d+/)
    expect(lines[0]).not.toContain('Yohana')
  })

  it('lose the values that MongoDB and Mongoose repeat in their messages, however they are logged', async () => {
    const model = mongoose.model(
      'Person',
      new mongoose.Schema({
        hazard: { type: String, enum: ['flood'] },
        seats: Number,
        plate: { type: String, minlength: 90 },
        ref: { type: String, match: /^x/ },
        own: { type: String, validate: () => false },
      }),
    )
    const seen = 'Yohana "Y" Bria'
    const refused = await new model({ hazard: seen, seats: seen, plate: seen, ref: seen, own: seen })
      .validate()
      .catch((err: unknown) => err)
    if (!(refused instanceof mongoose.Error.ValidationError)) throw new Error('validation should have failed')
    expect(Object.keys(refused.errors).sort()).toEqual(['hazard', 'own', 'plate', 'ref', 'seats'])
    const duplicate = new Error(
      `E11000 duplicate key error collection: tr.claims index: phone_1 dup key: { phone: "${seen}" }`,
    )

    const { log, lines } = captureLog()
    for (const err of [refused, ...Object.values(refused.errors), duplicate]) {
      log.error({ err }, 'failed')
      log.error({ err })
      log.error(err)
    }
    expect(lines).toHaveLength(21)
    expect(lines.join('')).not.toContain('Yohana')
    expect(lines.join('')).toContain('index: phone_1')
  })

  it('lose the command of a Redis error', async () => {
    const redis = new Redis({ lazyConnect: true, enableOfflineQueue: false })
    const err = await redis.set('key', 'Yohana').catch((error: unknown) => error)
    redis.disconnect()
    const { log, lines } = captureLog()
    log.error({ err, reason: err }, 'failed')
    expect(lines[0]).not.toContain('Yohana')
  })

  it('are described even when they are not errors', () => {
    const { log, lines } = captureLog()
    log.error({ err: 'call +6281234567890' }, 'failed')
    log.error({ err: { phone: 'Yohana' } }, 'failed')
    expect(parsed(lines[0]).err).toEqual({ type: 'string', message: 'call [phone]' })
    expect(lines[1]).not.toContain('Yohana')
  })
})
