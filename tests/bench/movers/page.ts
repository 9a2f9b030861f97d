import 'maplibre-gl/dist/maplibre-gl.css'
import { type GeoJSONSource, Map as MapLibreMap, Marker, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { estimatedAreas } from '../../../dashboard/src/map/areas.ts'
import { areaData } from '../../../dashboard/src/map/layers/areas.ts'
import { paint } from '../../../dashboard/src/map/marks/mark.ts'
import { peopleMark } from '../../../dashboard/src/map/marks/people.ts'
import { fixOf, opacityOf } from '../../../dashboard/src/map/movers/age.ts'
import { cells, columnsOf, ORIGIN } from '../../../dashboard/src/map/movers/columns.ts'
import { flatten } from '../../../dashboard/src/map/mercator.ts'
import { createMovers } from '../../../dashboard/src/map/movers/overlay.ts'
import { MARK_PX } from '../../../dashboard/src/map/movers/sprites.ts'
import type { Palette } from '../../../dashboard/src/map/palette.ts'
import { styleOf } from '../../../dashboard/src/map/style.ts'
import { createCrowd, type Crowd, drive, HALF, MIDDLE } from './crowd.ts'

setWorkerUrl(workerUrl)

export type Side = 'layer' | 'elements'

/** Moves everybody on the map by so many seconds. */
type Move = (seconds: number) => void

export interface Bench {
  open: (side: Side, count: number, seed: number) => Promise<void>
  /** Moves everybody once for every frame that the browser draws. Resolves with how many times that was. */
  run: (ms: number) => Promise<number>
  /** Milliseconds of the main thread, middle of several: everybody handed over anew, as once a second on a screen; one look under the pointer after a move. */
  parts: () => { tickMs: number; pickMs: number }
}

declare global {
  interface Window {
    bench: Bench
  }
}

const COLORS = {
  sea: '#091526',
  beyond: '#14181e',
  city: '#222a35',
  coast: '#53657d',
  line: '#37424f',
  border: '#4a586a',
  word: '#a3b0c1',
  there: '#5fd6b6',
}
const palette = new Proxy(COLORS, {
  get: (colors, name) => Reflect.get(colors, name) ?? '#e6ebf2',
}) as Record<string, string> as Palette

const openMap = async (): Promise<MapLibreMap> => {
  const map = new MapLibreMap({
    container: 'map',
    style: styleOf(palette),
    center: MIDDLE,
    zoom: 13,
    attributionControl: false,
    renderWorldCopies: false,
    fadeDuration: 0,
  })
  await map.once('load')
  for (const [source, data] of Object.entries(areaData(estimatedAreas)))
    await map.getSource<GeoJSONSource>(source)?.setData(data)
  await map.once('idle')
  return map
}

/** Positions stay in one array of numbers, as the dots are meant to be used. */
const onLayer = (map: MapLibreMap, crowd: Crowd, now: number) => {
  const movers = createMovers(map, palette)
  const columns = columnsOf(crowd.volunteers, now)
  movers.show(columns)
  const middle = flatten(MIDDLE)
  const [lowest, highest] = [-1, 1].map((side) =>
    flatten({ lat: MIDDLE.lat + side * HALF.lat, lng: MIDDLE.lng + side * HALF.lng }),
  )
  if (lowest === undefined || highest === undefined) throw new Error('The crowd has no edges')
  const toEast = { at: middle.x - ORIGIN.x, half: (highest.x - lowest.x) / 2 }
  const toSouth = { at: middle.y - ORIGIN.y, half: (lowest.y - highest.y) / 2 }
  const east = crowd.east.map((degrees) => (degrees * toEast.half) / HALF.lng)
  const south = crowd.north.map((degrees) => (-degrees * toSouth.half) / HALF.lat)
  const move: Move = (seconds) => {
    drive(columns.places, east, seconds, toEast, [0, 2])
    drive(columns.places, south, seconds, toSouth, [1, 2])
    movers.moved()
  }
  return { movers, move }
}

/** The picture of each mark, as CSS takes it. */
const pictures = cells.map(({ state, fix }) => {
  const canvas = document.createElement('canvas')
  paint(canvas, peopleMark(state, fix), { size: MARK_PX, ratio: Math.ceil(devicePixelRatio), palette })
  return `url(${canvas.toDataURL()})`
})

/** The same marks with the same fading, each of them an element. */
const asElements = (map: MapLibreMap, crowd: Crowd, now: number): Move => {
  const { volunteers, lats, lngs, north, east } = crowd
  const markers = volunteers.map((volunteer) => {
    const element = document.createElement('div')
    element.className = 'dot'
    const fix = fixOf(volunteer, now)
    const cell = cells.findIndex((one) => one.state === volunteer.state && one.fix === fix)
    element.style.backgroundImage = pictures[cell] ?? ''
    element.style.opacity = String(opacityOf(volunteer, now))
    return new Marker({ element }).setLngLat(volunteer).addTo(map)
  })
  return (seconds) => {
    drive(lats, north, seconds, { at: MIDDLE.lat, half: HALF.lat })
    drive(lngs, east, seconds, { at: MIDDLE.lng, half: HALF.lng })
    for (const [index, marker] of markers.entries()) marker.setLngLat([lngs[index] ?? 0, lats[index] ?? 0])
  }
}

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))

const middle = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1] ?? NaN

const timed = (work: () => void): number => {
  const before = performance.now()
  work()
  return performance.now() - before
}

let state: { move: Move; parts: Bench['parts'] } | null = null

window.bench = {
  open: async (side, count, seed) => {
    const now = Date.now()
    const map = await openMap()
    const crowd = createCrowd(count, seed, now)
    if (side === 'elements') {
      state = { move: asElements(map, crowd, now), parts: () => ({ tickMs: NaN, pickMs: NaN }) }
    } else {
      const { movers, move } = onLayer(map, crowd, now)
      const parts = () => ({
        tickMs: middle(
          Array.from({ length: 21 }, () => timed(() => movers.show(columnsOf(crowd.volunteers, now)))),
        ),
        pickMs: middle(
          Array.from({ length: 21 }, () => {
            movers.moved()
            return timed(() => movers.at({ x: 700, y: 450 }, 10))
          }),
        ),
      })
      state = { move, parts }
    }
    await frame()
    await frame()
  },
  run: (ms) =>
    new Promise((resolve) => {
      if (state === null) throw new Error('Nothing is open')
      const { move } = state
      const started = performance.now()
      let [moves, last] = [0, started]
      const next = (now: number): void => {
        move((now - last) / 1000)
        last = now
        moves++
        if (now - started < ms) requestAnimationFrame(next)
        else resolve(moves)
      }
      requestAnimationFrame(next)
    }),
  parts: () => {
    if (state === null) throw new Error('Nothing is open')
    return state.parts()
  },
}
