import type { Interval } from '../interval.ts'
import { marked, scaleOf } from './scale.ts'
import { colourOf, drawing, line, mark, type Told, words } from './svg.ts'

/** One measure of all policies of a drawing. */
export interface Panel {
  title: string
  values: readonly (Interval | null)[]
  /** Parts of a whole: told apart by how much they differ, however small one is. */
  isPart?: boolean
}

const LEFT = 205
const PANEL = 170
const GAP = 24
const ROW = 19
const TOP = 22
const BOTTOM = 20

export const endsOf = ({ mean, half }: Interval): [number, number] => [mean - (half ?? 0), mean + (half ?? 0)]

/** A mean with its 95 % interval for each policy (rows) and measure (panels). One seed knows no interval. */
export const whiskers = (told: Told, policies: readonly string[], panels: readonly Panel[]): string => {
  const height = TOP + policies.length * ROW + BOTTOM
  const yOf = (row: number): number => TOP + (row + 0.5) * ROW
  const names = policies.map((policy, row) => words(LEFT - 10, yOf(row) + 4, policy, 'end'))
  const drawn = panels.map(({ title, values, isPart = false }, n) => {
    const left = LEFT + n * (PANEL + GAP)
    const known = values.filter((value) => value !== null)
    const scale = scaleOf(known.flatMap(endsOf), [left, left + PANEL], { even: isPart })
    const grid = scale.ticks.map(
      (tick) =>
        line(scale.at(tick), TOP, scale.at(tick), height - BOTTOM, 'rule') +
        words(scale.at(tick), height - 6, marked(tick), 'middle'),
    )
    const rows = values.map((value, row) => {
      if (value === null) return ''
      const y = yOf(row)
      const [low, high] = endsOf(value).map(scale.at) as [number, number]
      const span = [
        line(low, y, high, y, 'whisker'),
        ...[low, high].map((x) => line(x, y - 4, x, y + 4, 'whisker')),
      ]
      return `<g class="${colourOf(row)}">${value.half === null ? '' : span.join('')}</g>${mark(row, scale.at(value.mean), y, 3)}`
    })
    const name = scale.isLog ? `${title} (logarithmic)` : title
    return [words(left + PANEL / 2, 12, name, 'middle'), ...grid, ...rows].join('\n')
  })
  return drawing(told, LEFT + panels.length * (PANEL + GAP), height, [...names, ...drawn])
}
