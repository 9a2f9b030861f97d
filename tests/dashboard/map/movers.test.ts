import { describe, expect, it } from 'vitest'
import { DOTS_FROM_ZOOM } from '../../../dashboard/src/map/look.ts'
import { flatten, worldPx } from '../../../dashboard/src/map/mercator.ts'
import type { MapVolunteer } from '../../../dashboard/src/map/model.ts'
import {
  cells,
  columnsOf,
  firstDrawn,
  MARK_PARTS,
  type MoverColumns,
  ORIGIN,
  PLACE_PARTS,
  putPlace,
} from '../../../dashboard/src/map/movers/columns.ts'
import { createPicker } from '../../../dashboard/src/map/movers/picker.ts'

const now = Date.parse('2026-01-17T06:05:00Z')
const ago = (seconds: number): string => new Date(now - seconds * 1000).toISOString()
const OEBUFU = { lat: -10.1735, lng: 123.6205 }
const one = (id: string, given: Partial<MapVolunteer> = {}): MapVolunteer => ({
  id,
  state: 'on_duty',
  source: 'live',
  ...OEBUFU,
  at: ago(0),
  areaCode: null,
  ...given,
})
const idsIn = ({ people }: MoverColumns): string[] => people.map(({ id }) => id)
const markOf = ({ marks }: MoverColumns, index: number) => {
  const [cell = 0, opacity, right, down] = marks.slice(index * MARK_PARTS, (index + 1) * MARK_PARTS)
  return { ...cells[cell], opacity, aside: [right, down] }
}

describe('the columns of the movers', () => {
  const all = columnsOf(
    [
      one('task', { state: 'on_task' }),
      one('old', { at: ago(3600) }),
      one('asked', { state: 'asked' }),
      one('task too', { state: 'on_task' }),
      one('sos', { state: 'sos' }),
      one('off', { state: 'off' }),
    ],
    now,
  )

  it('put what matters last, and those on task or in need into one piece that is drawn from far away too', () => {
    expect(idsIn(all)).toEqual(['off', 'old', 'asked', 'task', 'task too', 'sos'])
    expect(firstDrawn(all, DOTS_FROM_ZOOM, DOTS_FROM_ZOOM)).toBe(0)
    expect(firstDrawn(all, DOTS_FROM_ZOOM - 0.1, DOTS_FROM_ZOOM)).toBe(3)
    const called = columnsOf([one('a'), one('sos', { state: 'sos' })], now)
    expect(firstDrawn(called, 10, DOTS_FROM_ZOOM)).toBe(1)
    const idle = columnsOf([one('a')], now)
    expect(firstDrawn(idle, 10, DOTS_FROM_ZOOM)).toBe(1)
  })

  it('have the mark of state and age, and fade', () => {
    expect(markOf(all, 1)).toMatchObject({ state: 'on_duty', fix: 'stale', aside: [0, 0] })
    expect(markOf(all, 1).opacity).toBeCloseTo(0.35)
    expect(markOf(all, 3)).toMatchObject({ state: 'on_task', fix: 'fresh', opacity: 1 })
  })

  it('set those of one declared area beside each other, on one place', () => {
    const declared = ['a', 'b', 'c'].map((id) => one(id, { source: 'declared', at: null, areaCode: 'x' }))
    const columns = columnsOf([...declared, one('d')], now)
    const asides = [0, 1, 2, 3].map((index) => String(markOf(columns, index).aside))
    expect(new Set(asides.slice(0, 3)).size).toBe(3)
    expect(asides[3]).toBe('0,0')
  })

  it('tell places apart that are half a metre apart, at 32 bits', () => {
    const columns = columnsOf([one('a')], now)
    const metre = { lat: OEBUFU.lat, lng: OEBUFU.lng + 0.5 / 109_600 }
    const before = columns.places[0] ?? 0
    putPlace(columns, 0, metre)
    const wanted = flatten(metre).x - ORIGIN.x
    expect(Math.abs((columns.places[0] ?? 0) - wanted) / (wanted - before)).toBeLessThan(0.05)
    expect(columns.places).toHaveLength(PLACE_PARTS)
  })
})

describe('pointing at a dot', () => {
  const zoom = 14
  const px = 1 / worldPx(zoom)
  const from = (columns: MoverColumns, right: number, first = 0): string | undefined => {
    const { x, y } = flatten(OEBUFU)
    const index = createPicker().at(
      columns,
      zoom,
      { x: x - ORIGIN.x + right * px, y: y - ORIGIN.y },
      10,
      first,
    )
    return index === null ? undefined : columns.people[index]?.id
  }

  it('finds the nearest in reach, of several on one place the one drawn last', () => {
    const columns = columnsOf([one('under'), one('over', { state: 'asked' })], now)
    expect(from(columns, 3)).toBe('over')
    expect(from(columns, 11)).toBeUndefined()
  })

  it('finds people of one area where they are drawn, not where their area has its point', () => {
    const declared = ['a', 'b'].map((id) => one(id, { source: 'declared', at: null, areaCode: 'x' }))
    const columns = columnsOf(declared, now)
    expect(from(columns, 0)).toBe('a')
    const [right = 0] = markOf(columns, 1).aside
    expect(Math.abs(right)).toBeGreaterThan(5)
    expect(from(columns, 2 * right)).not.toBe('a')
  })

  it('finds nobody who is not drawn, and everybody anew after a move', () => {
    const columns = columnsOf([one('a')], now)
    expect(from(columns, 0, 1)).toBeUndefined()
    const picker = createPicker()
    const { x, y } = flatten(OEBUFU)
    const place = { x: x - ORIGIN.x, y: y - ORIGIN.y }
    expect(picker.at(columns, zoom, place, 10, 0)).toBe(0)
    putPlace(columns, 0, { lat: -10.2, lng: 123.5 })
    picker.moved()
    expect(picker.at(columns, zoom, place, 10, 0)).toBeNull()
  })

  it('agrees with looking at every one, for a thousand', () => {
    const crowd = Array.from({ length: 1000 }, (_, index) =>
      one(String(index), { lat: -10.17 + (index % 37) * 0.0007, lng: 123.6 + (index % 41) * 0.0009 }),
    )
    const columns = columnsOf(crowd, now)
    const picker = createPicker()
    for (const { lat, lng } of crowd.slice(0, 100)) {
      const { x, y } = flatten({ lat: lat + 0.00002, lng })
      const place = { x: x - ORIGIN.x, y: y - ORIGIN.y }
      const far = (index: number) =>
        Math.hypot((columns.places[2 * index] ?? 0) - place.x, (columns.places[2 * index + 1] ?? 0) - place.y)
      const nearest = Math.min(...crowd.map((_, index) => far(index)))
      const found = picker.at(columns, zoom, place, 10, 0)
      expect(found).not.toBeNull()
      expect(far(found ?? -1)).toBeCloseTo(nearest, 9)
    }
  })
})
