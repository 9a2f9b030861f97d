import { describe, expect, it } from 'vitest'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { lastKnown } from '../../dashboard/src/live/last-known.ts'
import { placeOf } from '../../dashboard/src/live/map-data.ts'

const at = '2026-01-17T06:00:00.000Z'
const later = '2026-01-17T06:05:00.000Z'
const now = Date.parse('2026-01-17T09:00:00.000Z')
const point = { lat: -10.17, lng: 123.61, at }
const calling = { duty: 'off', sosAt: at, sos: { at, point, textId: null }, declaredArea: null } as Volunteer
const fix = (taken: string) => ({ lat: -10.2, lng: 123.6, accuracyM: null, at: taken })

describe('where somebody was last', () => {
  it('is where he called for help, until his phone tells something newer', () => {
    expect(lastKnown(calling, undefined)).toEqual(point)
    expect(lastKnown(calling, fix('2026-01-17T05:59:00.000Z'))).toEqual(point)
    expect(lastKnown(calling, fix(later))).toMatchObject({ lat: -10.2 })
  })

  it('is not where he called once somebody has seen it, nor known of a call that told no place', () => {
    expect(lastKnown({ ...calling, sosAt: null }, undefined)).toBeUndefined()
    expect(lastKnown({ ...calling, sos: { at, point: null, textId: null } }, undefined)).toBeUndefined()
    const { sos: _, ...older } = calling
    expect(lastKnown(older, fix(later))).toEqual(fix(later))
  })

  it('stays on the map as long as he calls, however old', () => {
    expect(placeOf(calling, undefined, [], now)).toEqual({ ...point, source: 'recent' })
    expect(placeOf({ ...calling, sosAt: null }, fix(later), [], now)).toBeNull()
  })
})
