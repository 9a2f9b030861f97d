import { cityMap } from '#contracts/wire/present/city-map.ts'
import type { AfterAction } from '#contracts/wire/routes/report-views.ts'

/** On paper: dark lines on white, trouble in red; readable without colour. */
const paper = {
  land: '#eef1f5',
  border: '#b8c1cd',
  shore: '#5d6878',
  way: '#8a94a3',
  from: '#1f2937',
  here: '#b91c28',
}

const line = (a: { x: number; y: number }, b: { x: number; y: number }): string =>
  `<line x1="${a.x}" y1="${a.y}" x2="${b.x}" y2="${b.y}" stroke="${paper.way}" stroke-width="0.8" stroke-dasharray="3 2"/>`

/** The part of the city with the incident and where those who accepted came from (numbered), and a bar for its scale. */
export const mapSvg = ({ place, journeys }: Pick<AfterAction, 'place' | 'journeys'>, width = 515): string => {
  const known = journeys.flatMap(({ order, from }) => (from === null ? [] : [{ order, from }]))
  const map = cityMap(width, [place, ...known.map(({ from }) => from)])
  const here = map.place(place)
  const origins = known.map(({ order, from }) => ({ order, ...map.place(from) }))
  const base = map.height - 14
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${map.width} ${map.height}" width="${map.width}" height="${map.height}">`,
    `<clipPath id="frame"><rect width="${map.width}" height="${map.height}"/></clipPath><g clip-path="url(#frame)">`,
    `<path d="${map.land}" fill="${paper.land}" stroke="${paper.shore}" stroke-width="1"/>`,
    `<path d="${map.areas.map(({ d }) => d).join('')}" fill="none" stroke="${paper.border}" stroke-width="0.4"/></g>`,
    ...origins.map((origin) => line(origin, here)),
    ...origins.map(
      ({ order, x, y }) =>
        `<circle cx="${x}" cy="${y}" r="5.5" fill="#ffffff" stroke="${paper.from}" stroke-width="1"/><text x="${x}" y="${y + 2.4}" font-size="7" text-anchor="middle" fill="${paper.from}">${order}</text>`,
    ),
    `<circle cx="${here.x}" cy="${here.y}" r="7" fill="none" stroke="${paper.here}" stroke-width="2"/><circle cx="${here.x}" cy="${here.y}" r="2.5" fill="${paper.here}"/>`,
    `<path d="M12 ${base}h${map.bar.length.toFixed(1)}" stroke="${paper.from}" stroke-width="1.5"/><text x="12" y="${base - 4}" font-size="8" fill="${paper.from}">${map.bar.km} km</text>`,
    '</svg>',
  ].join('')
}
