import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Palette } from '../palette.ts'
import { imageOf, type Mark } from './mark.ts'

const SIDE = 20

interface Look {
  fill: keyof Palette
  edge: keyof Palette
}

const disc =
  ({ fill, edge }: Look): Mark =>
  (context, palette) => {
    context.beginPath()
    context.roundRect(1, 1, 18, 18, 9)
    context.fillStyle = palette[fill]
    context.fill()
    context.strokeStyle = palette[edge]
    context.lineWidth = 1.4
    context.stroke()
  }

/** A disc for one digit that grows into a pill for three. */
export const addPill = (
  map: MapLibreMap,
  { name, ...look }: Look & { name: string },
  palette: Palette,
  ratio: number,
): void => {
  const part = (from: number, to: number): [number, number] => [from * ratio, to * ratio]
  map.addImage(name, imageOf(disc(look), SIDE, ratio, palette), {
    pixelRatio: ratio,
    stretchX: [part(9.5, 10.5)],
    content: [6 * ratio, 3 * ratio, 14 * ratio, 17 * ratio],
  })
}
