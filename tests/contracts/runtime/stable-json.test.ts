import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stableJson } from '#contracts/runtime/stable-json.ts'

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => shuffled(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, member]) => [key, shuffled(member)] as const)
      .reverse(),
  )
}

describe('stableJson', () => {
  it('has one spelling per value', () => {
    expect(stableJson({ b: [1, { d: null, c: 'ü' }], a: new Date(0), gone: undefined, '': -0 })).toBe(
      '{"":0,"a":"1970-01-01T00:00:00.000Z","b":[1,{"c":"ü","d":null}]}',
    )
  })

  it('does not depend on the order of keys, and reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = stableJson(value)
        expect(stableJson(shuffled(value))).toBe(json)
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it.each([
    undefined,
    [undefined],
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1n,
    () => 1,
    Symbol('s'),
    new Date(Number.NaN),
    new Map(),
    Buffer.from('x'),
    new URL('https://posko.example'),
    { deep: [{ n: Number.NaN }] },
  ])('refuses %s instead of bending it', (value) => {
    expect(() => stableJson(value)).toThrow('no stable JSON')
  })
})
