import { describe, expect, test } from 'vitest'
import { wantedFor } from '../../../worker/matching/wanted.ts'
import { need } from './given.ts'

const wanted = (openSlots: number, freshOffers: number, overAsk = 2) =>
  wantedFor(need('n1', { openSlots, freshOffers, openOffers: freshOffers }), overAsk)

describe('how many to ask', () => {
  test('two for each open slot, half of them firsts', () => {
    expect(wanted(3, 0)).toEqual({ wanted: 6, firsts: 3 })
  })

  test('less those asked within the last wave', () => {
    expect(wanted(3, 2)).toEqual({ wanted: 4, firsts: 1 })
    expect(wanted(3, 5)).toEqual({ wanted: 1, firsts: 0 })
  })

  test('nobody when enough are asked or nothing is open', () => {
    expect(wanted(1, 4)).toEqual({ wanted: 0, firsts: 0 })
    expect(wanted(0, 0)).toEqual({ wanted: 0, firsts: 0 })
  })

  test('offers older than a wave do not count: the next wave asks somebody else', () => {
    expect(wantedFor(need('n1', { openSlots: 1, openOffers: 2, freshOffers: 0 }), 2).wanted).toBe(2)
  })

  test('a policy may ask one and a half', () => {
    expect(wanted(1, 0, 1.5)).toEqual({ wanted: 2, firsts: 1 })
  })
})
