import { distanceM, type Point } from '#contracts/domain/place.ts'
import { travelS } from '#contracts/domain/whereabouts/travel.ts'
import type { Kind } from '../filter.ts'
import { type Frame, frameFor } from '../frame.ts'
import { costOf } from '../cost.ts'
import { chanceNow, comesOf } from '../habits.ts'
import type { Person } from '../persons.ts'
import { meanReplyS } from '../reply.ts'
import { Grid } from './grid.ts'

/** Everybody who may be asked, by place and by kind. The columns are the ids of the grid. */
export interface Atlas {
  grid: Grid
  kinds: { kind: Kind; count: number }[]
  /** By column. */
  kindOf: Int32Array
  columnOf: ReadonlyMap<string, number>
  /** Everybody is within `radiusM` of it. */
  centre: Point
  radiusM: number
  /** More than anybody's cost in minutes, but for his way. */
  mostMinutes: number
}

const nameOf = ({ sandbox, refused, unfitFor, vehicle, skills }: Kind): string =>
  JSON.stringify([sandbox, refused ?? null, unfitFor ?? null, vehicle, skills])

const kindsOf = (persons: readonly Person[]): Pick<Atlas, 'kinds' | 'kindOf'> => {
  const kinds: Atlas['kinds'] = []
  const places = new Map<string, number>()
  const kindOf = new Int32Array(persons.length)
  for (const [column, { record }] of persons.entries()) {
    const name = nameOf(record)
    const place = places.get(name) ?? kinds.length
    if (place === kinds.length) {
      places.set(name, place)
      kinds.push({ kind: record, count: 0 })
    }
    kinds[place]!.count++
    kindOf[column] = place
  }
  return { kinds, kindOf }
}

/** What asking him costs in minutes where he is. */
const minutesOf = ({ record, position }: Person, { habits, policy }: Frame): number => {
  const uncertaintyS = travelS(position.uncertaintyM, record.vehicle, policy)
  const yes = chanceNow(record, habits) * comesOf(record.comings, habits)
  const alertsS = (policy.alertPrice * meanReplyS(habits.reply)) / yes
  const etaS = record.onTrip ? policy.dropOffS : 0
  return costOf(record, { etaS, uncertaintyS, alertsS }, 1, policy).minutes
}

/** Parts of a cost are rounded to hundredths one by one: together they stay below this. */
const ROUNDING_MIN = 0.1

const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), 0)

/** Lays the grid of a round. O(persons). */
export const atlasOf = (persons: readonly Person[], frame: Frame): Atlas => {
  const points = persons.map(({ position }) => position)
  const centre = points[0] ?? { lat: 0, lng: 0 }
  return {
    ...kindsOf(persons),
    grid: Grid.of(points),
    columnOf: new Map(persons.map(({ record }, column) => [record.personKey, column])),
    centre,
    radiusM: most(points.map((point) => distanceM(centre, point))),
    mostMinutes:
      most(persons.map((person) => minutesOf(person, frameFor({ drill: person.record.sandbox }, frame)))) +
      ROUNDING_MIN,
  }
}
