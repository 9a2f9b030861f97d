import { assert, double, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceM } from '#contracts/domain/place.ts'
import { circle, isCrossed, isWithin, MAX_CORNERS, type Position, Ring } from '#contracts/domain/zone/ring.ts'

const at = (lng: number, lat: number) => ({ lat, lng })
/** A square of two degrees around the origin. */
const SQUARE: Position[] = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
  [-1, -1],
]
/** A U that opens to the north. */
const CUP: Position[] = [
  [0, 0],
  [3, 0],
  [3, 3],
  [2, 3],
  [2, 1],
  [1, 1],
  [1, 3],
  [0, 3],
  [0, 0],
]
const messages = (ring: unknown) => Ring.safeParse(ring).error?.issues.map(({ message }) => message) ?? []

const round = (count: number): Position[] => {
  const corners = Array.from({ length: count }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / count
    return [Math.cos(angle), Math.sin(angle)]
  })
  return [...corners, corners[0] ?? [0, 0]]
}

describe('a ring', () => {
  it('is closed, has an inside and does not cross itself, in either direction', () => {
    for (const ring of [SQUARE, SQUARE.toReversed(), CUP, circle(at(123.6, -10.17), 300)])
      expect(messages(ring)).toEqual([])
  })

  it.each([
    ['a line', [[0, 0], [1, 1], [0, 0]], 'three corners'],
    ['an open ring', [[0, 0], [1, 0], [1, 1], [0, 1]], 'not closed'],
    ['a flat ring', [[0, 0], [1, 1], [2, 2], [0, 0]], 'no inside'],
    ['a bow tie', [[0, 0], [2, 2], [2, 0], [0, 1], [0, 0]], 'crosses'],
    ['a ring that touches its own edge', [[0, 0], [4, 0], [4, 4], [2, 0], [0, 4], [0, 0]], 'crosses'],
    ['a corner visited twice', [[0, 0], [2, 0], [1, 1], [2, 2], [0, 2], [1, 1], [0, 0]], 'crosses'],
    ['a spike that folds back', [[0, 0], [4, 0], [2, 0], [2, 3], [0, 0]], 'crosses'],
    ['a corner beyond the poles', [[0, 0], [0, 91], [1, 1], [0, 0]], ''],
    ['a corner with a height', [[0, 0, 5], [1, 0, 5], [1, 1, 5], [0, 0, 5]], ''],
  ])('is not %s', (_, ring, message) => {
    expect(messages(ring).join()).toContain(message)
    expect(messages(ring)).not.toEqual([])
  }) // prettier-ignore

  it('has a limit of corners', () => {
    expect(messages(round(MAX_CORNERS - 1))).toEqual([])
    expect(messages(round(MAX_CORNERS)).join()).toContain('at most')
  })

  it('says more than one thing that is wrong', () => {
    expect(messages([[0, 0], [2, 2], [2, 0], [0, 2]])).toHaveLength(2) // prettier-ignore
  })
})

describe('inside a ring', () => {
  it.each([
    ['the middle', at(0, 0), true],
    ['a corner', at(1, 1), true],
    ['an edge', at(1, 0.3), true],
    ['beside', at(1.001, 0), false],
    ['on the line of an edge, beyond it', at(2, 1), false],
  ])('%s', (_, point, inside) => {
    expect(isWithin(point, SQUARE)).toBe(inside)
  })

  it('knows the hollow of a cup', () => {
    expect([isWithin(at(1.5, 2), CUP), isWithin(at(0.5, 2), CUP), isWithin(at(1.5, 0.5), CUP)]).toEqual([
      false,
      true,
      true,
    ])
  })

  it('a circle holds what is nearer than its radius and nothing further away', () => {
    const middle = at(123.62, -10.17)
    const ring = circle(middle, 500)
    assert(
      property(double({ min: -1, max: 1, noNaN: true }), double({ min: -1, max: 1, noNaN: true }), (x, y) => {
        const point = at(middle.lng + x * 0.01, middle.lat + y * 0.01)
        const metres = distanceM(middle, point)
        // Between the flat sides and the corners of 32 it is either.
        if (metres < 490) expect(isWithin(point, ring)).toBe(true)
        if (metres > 502) expect(isWithin(point, ring)).toBe(false)
      }),
    )
  })
})

describe('the straight way', () => {
  it.each([
    ['through', at(-3, 0), at(3, 0.5), true],
    ['in', at(-3, 0), at(0, 0), true],
    ['out', at(0, 0), at(0, 3), true],
    ['within', at(0, 0), at(0.5, 0.5), true],
    ['past', at(-3, 1.1), at(3, 1.1), false],
    ['along an edge', at(-3, 1), at(3, 1), true],
    ['short of it', at(-3, 0), at(-1.1, 0), false],
    ['by a corner', at(0, 2), at(2, 0), true],
    ['nowhere, outside', at(5, 5), at(5, 5), false],
    ['nowhere, inside', at(0, 0), at(0, 0), true],
  ])('%s', (_, from, to, crossed) => {
    expect(isCrossed(from, to, SQUARE)).toBe(crossed)
    expect(isCrossed(to, from, SQUARE)).toBe(crossed)
  })

  it('is crossed exactly where one of many places on it lies inside, but for a graze', () => {
    const degrees = integer({ min: -1000, max: 4000 }).map((thousandths) => thousandths / 1000)
    const place = record({ lat: degrees, lng: degrees })
    assert(
      property(place, place, (from, to) => {
        const between = Array.from({ length: 201 }, (_, i) =>
          at(from.lng + ((to.lng - from.lng) * i) / 200, from.lat + ((to.lat - from.lat) * i) / 200),
        )
        const isSeen = between.some((point) => isWithin(point, CUP))
        if (isSeen) expect(isCrossed(from, to, CUP)).toBe(true)
        if (isCrossed(from, to, CUP) && !isSeen) {
          // Only a graze shorter than the steps can hide: shrink the ring a little and it is gone.
          const step = Math.hypot(to.lat - from.lat, to.lng - from.lng) / 200
          const near = between.some((point) =>
            CUP.slice(1).some((corner, i) => edgeDistance(point, CUP[i] ?? corner, corner) <= step),
          )
          expect(near).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})

const edgeDistance = (
  point: { lat: number; lng: number },
  [ax, ay]: Position,
  [bx, by]: Position,
): number => {
  const length = (bx - ax) ** 2 + (by - ay) ** 2
  const share = Math.max(
    0,
    Math.min(1, ((point.lng - ax) * (bx - ax) + (point.lat - ay) * (by - ay)) / length),
  )
  return Math.hypot(point.lng - ax - share * (bx - ax), point.lat - ay - share * (by - ay))
}
