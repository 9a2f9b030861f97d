import type { Point } from '#contracts/domain/place.ts'
import { fixes } from '../marks/people.ts'
import { flatten, type Flat } from '../mercator.ts'
import { peopleStates, type MapVolunteer } from '../model.ts'
import { fixOf, opacityOf } from './age.ts'

/** Places count from here: so near to the city, 32 bits tell a hand's breadth. */
export const ORIGIN: Flat = flatten({ lat: -10.18, lng: 123.6 })

/** Everybody on the map as the graphics card takes it: outside React, one number after the other. */
export interface MoverColumns {
  /** In the order of drawing, what matters last. */
  people: readonly MapVolunteer[]
  /** From this one on all are on task or call for help. */
  onTaskFrom: number
  /** x and y of each, in the Mercator world from `ORIGIN`. */
  places: Float32Array
  /** Of each: cell of the atlas, opacity, CSS pixels to the right and down from his place. */
  marks: Float32Array
}

export const PLACE_PARTS = 2
export const MARK_PARTS = 4

/** One mark for each state and fix, side by side in the atlas. */
export const cells = peopleStates.flatMap((state) => fixes.map((fix) => ({ state, fix })))
const cellOf = new Map(cells.map(({ state, fix }, cell) => [`${state} ${fix}`, cell]))

/** Pixels between people who declared the same area. */
const SPREAD_PX = 15
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))
/** People of one area stand in a spiral around its reference point, which nobody's true place is. */
const spread = (index: number): [number, number] => {
  const [radius, angle] = [SPREAD_PX * Math.sqrt(index), index * GOLDEN_ANGLE]
  return [Math.round(radius * Math.cos(angle)), Math.round(radius * Math.sin(angle))]
}

/** Tells where one of them is now. */
export const putPlace = ({ places }: Pick<MoverColumns, 'places'>, index: number, point: Point): void => {
  const { x, y } = flatten(point)
  places[index * PLACE_PARTS] = x - ORIGIN.x
  places[index * PLACE_PARTS + 1] = y - ORIGIN.y
}

const inOrder = (volunteers: readonly MapVolunteer[]): MapVolunteer[] =>
  peopleStates.flatMap((state) => volunteers.filter((one) => one.state === state))

/** `now` in milliseconds: marks fade with the age of a position. */
export const columnsOf = (volunteers: readonly MapVolunteer[], now: number): MoverColumns => {
  const people = inOrder(volunteers)
  const firstOnTask = people.findIndex(({ state }) => state === 'on_task' || state === 'sos')
  const places = new Float32Array(people.length * PLACE_PARTS)
  const marks = new Float32Array(people.length * MARK_PARTS)
  const declaredAt = new Map<string, number>()
  for (const [index, volunteer] of people.entries()) {
    putPlace({ places }, index, volunteer)
    const fix = fixOf(volunteer, now)
    const area = volunteer.areaCode ?? `${String(volunteer.lat)} ${String(volunteer.lng)}`
    const before = declaredAt.get(area) ?? 0
    if (fix === 'declared') declaredAt.set(area, before + 1)
    const aside = fix === 'declared' ? spread(before) : [0, 0]
    const cell = cellOf.get(`${volunteer.state} ${fix}`) ?? 0
    marks.set([cell, opacityOf(volunteer, now), ...aside], index * MARK_PARTS)
  }
  return { people, onTaskFrom: firstOnTask === -1 ? people.length : firstOnTask, places, marks }
}

/** The first one drawn: far away only who is on task or calls for help is. */
export const firstDrawn = ({ onTaskFrom }: MoverColumns, zoom: number, dotsFromZoom: number): number =>
  zoom < dotsFromZoom ? onTaskFrom : 0
