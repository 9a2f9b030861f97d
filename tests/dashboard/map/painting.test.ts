import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blend, stampOf, wipe, type Target } from '../../../dashboard/src/map/movers/blend.ts'
import { MARK_PARTS } from '../../../dashboard/src/map/movers/columns.ts'
import { createPainting, type Scene } from '../../../dashboard/src/map/movers/painting.ts'
import { cutOut, type Sprite } from '../../../dashboard/src/map/movers/sprites.ts'
import { placing, type View } from '../../../dashboard/src/map/movers/view.ts'

const paper = (width: number, height: number): Target => ({
  pixels: new Uint32Array(width * height),
  width,
  height,
})
const color = (red: number, green: number, blue: number, opacity = 255): number =>
  ((opacity << 24) | (blue << 16) | (green << 8) | red) >>> 0
const partsOf = (pixel: number): number[] => [0, 8, 16, 24].map((bits) => (pixel >>> bits) & 255)
const [RED, BLUE] = [color(255, 0, 0), color(0, 0, 255)]
const square = (side: number, pixel: number): Sprite => cutOut(new Uint32Array(side * side).fill(pixel), side)
const put = (on: Target, sprite: Sprite, x: number, y: number, opacity = 1): void =>
  blend(on, stampOf(sprite, opacity, on.width), x, y)
/** Pixels that hold anything, as "x,y". */
const seenOn = ({ pixels, width }: Target): string[] =>
  [...pixels.keys()]
    .filter((index) => pixels[index] !== 0)
    .map((index) => `${String(index % width)},${String(Math.floor(index / width))}`)
/** Full marks of these cells, each at its place. */
const marksOf = (...cells: number[]): Float32Array =>
  Float32Array.from(cells.flatMap((cell) => [cell, 1, 0, 0]))

describe('a mark', () => {
  it('is cut out without what is empty, and keeps its middle', () => {
    const drawn = new Uint32Array(49)
    drawn[3 * 7 + 3] = RED
    drawn[3 * 7 + 4] = BLUE
    const sprite = cutOut(drawn, 7)
    expect([[...sprite.columns], [...sprite.rows], [...sprite.colors]]).toEqual([
      [0, 1],
      [0, 0],
      [RED, BLUE],
    ])
    expect(cutOut(new Uint32Array(9), 3).colors).toHaveLength(0)
  })

  it('covers what is under it when it is full, and mixes when it is not', () => {
    const on = paper(3, 3)
    put(on, square(1, RED), 1, 1)
    expect(on.pixels[4]).toBe(RED)
    put(on, square(1, BLUE), 1, 1, 0.5)
    expect(partsOf(on.pixels[4] ?? 0)).toEqual([127, 0, 128, 255])
    put(on, square(1, BLUE), 0, 0, 0.5)
    expect(partsOf(on.pixels[0] ?? 0)).toEqual([0, 0, 255, 128])
  })

  it('mixes as light does, whatever lies on whatever', () => {
    const byte = fc.integer({ min: 0, max: 255 })
    const pixel = fc.tuple(byte, byte, byte, fc.integer({ min: 1, max: 255 }))
    fc.assert(
      fc.property(pixel, pixel, (below, above) => {
        const on = paper(1, 1)
        on.pixels[0] = color(...below)
        put(on, square(1, color(...above)), 0, 0)
        const [low, high] = [below[3] / 255, above[3] / 255]
        const opacity = high + low * (1 - high)
        const wanted = [0, 1, 2].map(
          (part) => ((above[part] ?? 0) * high + (below[part] ?? 0) * low * (1 - high)) / opacity,
        )
        const found = partsOf(on.pixels[0])
        expect(Math.abs((found[3] ?? 0) - opacity * 255)).toBeLessThanOrEqual(1)
        // As bright as it should be: the fainter, the less a colour shows.
        for (const [part, value] of wanted.entries())
          expect(Math.abs((found[part] ?? 0) - value) * opacity).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('is cut at every edge, and never comes in again on the other side', () => {
    const side = fc.integer({ min: -9, max: 19 })
    fc.assert(
      fc.property(side, side, (x, y) => {
        const on = paper(10, 8)
        put(on, square(5, RED), x, y)
        const wanted: string[] = []
        for (let row = 0; row < 8; row++)
          for (let column = 0; column < 10; column++)
            if (Math.abs(column - x) <= 2 && Math.abs(row - y) <= 2)
              wanted.push(`${String(column)},${String(row)}`)
        expect(seenOn(on)).toEqual(wanted)
      }),
    )
  })

  it('is wiped away in a circle', () => {
    const on = paper(9, 9)
    on.pixels.fill(RED)
    wipe(on, 0, 4, 2)
    expect(81 - seenOn(on).length).toBe(1 + 2 + 3 + 2 + 1)
    expect(on.pixels[4 * 9 + 2]).toBe(0)
    expect(on.pixels[4 * 9 + 3]).toBe(RED)
    wipe(on, -20, 4, 5)
    wipe(on, 40, 40, 5)
    expect(on.pixels[4 * 9 + 3]).toBe(RED)
  })
})

describe('a scene', () => {
  const view: View = { left: 0.25, top: 0.5, side: 100, width: 20, height: 20 }
  const scene: Scene = {
    sprites: [square(1, RED), square(1, BLUE)],
    places: Float32Array.from([0.26, 0.52, 0.26, 0.52, 0.3, 0.5]),
    marks: marksOf(0, 1, 0),
    first: 0,
    spots: new Float32Array(),
    ratio: 1,
  }
  const painted = (change: Partial<Scene>): Target => {
    const on = paper(20, 20)
    on.pixels.fill(RED)
    createPainting()(on, { ...scene, ...change }, view)
    return on
  }

  it('has everybody where he is, the last one on top, and nothing of the scene before', () => {
    const on = painted({})
    expect(seenOn(on)).toEqual(['5,0', '1,2'])
    expect(on.pixels[2 * 20 + 1]).toBe(BLUE)
  })

  it('begins with the first that is to be seen', () => {
    expect(seenOn(painted({ first: 2 }))).toEqual(['5,0'])
  })

  it('sets aside by pixels of the page, as sharp as the device', () => {
    const marks = marksOf(0, 1, 0)
    marks[2 * MARK_PARTS + 2] = 3
    marks[2 * MARK_PARTS + 3] = 4
    expect(seenOn(painted({ marks, first: 2, ratio: 2 }))).toEqual(['11,8'])
  })

  it('covers no other mark', () => {
    expect(seenOn(painted({ spots: Float32Array.from([0.27, 0.52, 0, 0, 1]) }))).toEqual(['5,0'])
    expect(seenOn(painted({ spots: Float32Array.from([0.27, 0.52, 3, -2, 1]) }))).toEqual(['1,2'])
  })
})

describe('the last picture', () => {
  it('lies where its places are now: aside after a pan, larger after zooming in', () => {
    const before: View = { left: 0.25, top: 0.5, side: 128, width: 20, height: 20 }
    expect(placing(before, before, 2)).toBe('translate(0px, 0px) scale(1)')
    expect(placing(before, { ...before, left: 0.265625, top: 0.46875 }, 2)).toBe(
      'translate(-1px, 2px) scale(1)',
    )
    expect(placing(before, { ...before, left: 0.28125, side: 256 }, 1)).toBe('translate(-8px, 0px) scale(2)')
  })
})
