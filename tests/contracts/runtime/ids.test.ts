import { createHash, createHmac, randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixedClock } from '#contracts/runtime/clock.ts'
import { createIds, derivedId, digest, personKey } from '#contracts/runtime/ids.ts'

const noon = new Date('2026-11-22T12:00:00.000Z')

describe('createIds', () => {
  it('makes prefix_ + 10 characters of time + 12 of chance, in Crockford base32', () => {
    const ids = createIds(randomBytes, fixedClock(noon))
    expect(ids.next('inc')).toMatch(/^inc_[0-9a-hjkmnp-tv-z]{22}$/)
    expect(createIds(() => new Uint8Array(8), fixedClock(new Date(0))).next('x')).toBe(`x_${'0'.repeat(22)}`)
    expect(createIds(() => new Uint8Array(8).fill(255), fixedClock(new Date(32))).next('x')).toBe(
      `x_0000000010${'z'.repeat(12)}`,
    )
  })

  it('sorts by time', () => {
    const someTime = fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(someTime, someTime, (a, b) => {
        const [first, second] = [a, b].map((at) => createIds(randomBytes, fixedClock(at)).next('off'))
        if (a.getTime() !== b.getTime()) expect((first ?? '') < (second ?? '')).toBe(a < b)
      }),
    )
  })

  it('does not repeat within a millisecond', () => {
    const ids = createIds(randomBytes, fixedClock(noon))
    expect(new Set(Array.from({ length: 20_000 }, () => ids.next('off'))).size).toBe(20_000)
  })

  it.each(['', 'Inc', 'in_c', 'i:c', '1c'])('refuses the prefix "%s"', (prefix) => {
    expect(() => createIds(randomBytes, fixedClock(noon)).next(prefix)).toThrow('prefix')
    expect(() => derivedId(prefix, 'a')).toThrow('prefix')
  })
})

describe('derivedId', () => {
  it('is the first 130 bits of the SHA-256 of the parts', () => {
    const bits = [...createHash('sha256').update('5371\u0000op\u0000k').digest()]
      .map((byte) => byte.toString(2).padStart(8, '0'))
      .join('')
    const expected = (bits.slice(0, 130).match(/.{5}/g) ?? [])
      .map((five) => '0123456789abcdefghjkmnpqrstvwxyz'.charAt(Number.parseInt(five, 2)))
      .join('')
    expect(derivedId('inc', '5371', 'op', 'k')).toBe(`inc_${expected}`)
    expect(expected).toHaveLength(26)
  })

  it('is the same for the same parts and another for other parts', () => {
    const parts = fc.array(
      fc.string().filter((part) => !part.includes('\u0000')),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        expect(derivedId('x', ...a) === derivedId('x', ...b)).toBe(JSON.stringify(a) === JSON.stringify(b))
      }),
    )
    expect(derivedId('x', 'ab', 'c')).not.toBe(derivedId('x', 'a', 'bc'))
  })

  it('refuses the separator inside a part', () => {
    expect(() => derivedId('x', 'a\u0000b')).toThrow('U+0000')
  })
})

describe('personKey and digest', () => {
  it('are HMAC-SHA256 and SHA-256 in hex', () => {
    expect(personKey('key', '+6281234567890')).toBe(
      createHmac('sha256', 'key').update('+6281234567890').digest('hex'),
    )
    expect(digest('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(digest(Buffer.from('abc'))).toBe(digest('abc'))
  })

  it.each(['081234567890', '6281234567890', '+62 812 3456', '+0812345678', '+62812345678901234', ''])(
    'take "%s" for no phone number, without repeating it',
    (phone) => {
      expect(() => personKey('key', phone)).toThrow(/^a phone number is not in E\.164 form$/)
    },
  )
})
