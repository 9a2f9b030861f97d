import type { Interval } from '../interval.ts'
import { marked, type Scale, scaleOf } from './scale.ts'
import { colourOf, drawing, line, mark, px, type Told, upright, words } from './svg.ts'
import { endsOf } from './whiskers.ts'

/** One line or cloud of points; `title` is its label. */
export interface Series {
  title: string
  points: readonly { x: Interval; y: Interval }[]
  /** Joined by a line: a curve. Else each point stands for itself. */
  joined: boolean
}

/** What is wanted: a line across the drawing. */
export interface Limit {
  title: string
  axis: 'x' | 'y'
  value: number
}

const SIZE = { width: 680, height: 340, left: 62, right: 210, top: 16, bottom: 44 }
const [EAST, SOUTH] = [SIZE.width - SIZE.right, SIZE.height - SIZE.bottom]

/** A scatter plot with the 95 % intervals of both measures; x begins at 0. */
export const plot = (
  told: Told,
  axes: { x: string; y: string },
  series: readonly Series[],
  limits: readonly Limit[] = [],
): string => {
  const points = series.flatMap((one) => one.points)
  const wanted = (axis: 'x' | 'y') => limits.flatMap((limit) => (limit.axis === axis ? [limit.value] : []))
  const xs = [...points.flatMap((point) => endsOf(point.x)), ...wanted('x')]
  const ys = [...points.flatMap((point) => endsOf(point.y)), ...wanted('y')]
  const x = scaleOf(xs, [SIZE.left, EAST], { zero: true })
  const y = scaleOf(ys, [SOUTH, SIZE.top])
  return drawing(told, SIZE.width, SIZE.height, [
    ...x.ticks.map((tick) => words(x.at(tick), SOUTH + 16, marked(tick), 'middle')),
    ...y.ticks.map(
      (tick) =>
        line(SIZE.left, y.at(tick), EAST, y.at(tick), 'rule') +
        words(SIZE.left - 6, y.at(tick) + 4, marked(tick), 'end'),
    ),
    words((SIZE.left + EAST) / 2, SIZE.height - 8, axes.x, 'middle'),
    upright(13, (SIZE.top + SOUTH) / 2, y.isLog ? `${axes.y} (logarithmic)` : axes.y),
    ...limits.map((limit) => drawnLimit(limit, x, y)),
    ...series.map((one, n) => drawnSeries(one, n, x, y)),
  ])
}

const drawnLimit = ({ axis, value, title }: Limit, x: Scale, y: Scale): string =>
  axis === 'y'
    ? line(SIZE.left, y.at(value), EAST, y.at(value), 'limit') +
      words(EAST - 4, y.at(value) - 4, title, 'end')
    : line(x.at(value), SIZE.top, x.at(value), SOUTH, 'limit') +
      words(x.at(value) + 4, SIZE.top + 8, title, 'start')

const drawnSeries = ({ title, points, joined }: Series, n: number, x: Scale, y: Scale): string => {
  const at = points.map((point) => ({ x: x.at(point.x.mean), y: y.at(point.y.mean), point }))
  const pairs = at.map((one) => `${px(one.x)},${px(one.y)}`).join(' ')
  const spans = at.map(({ point, ...middle }) => {
    const [west, east] = endsOf(point.x).map(x.at) as [number, number]
    const [south, north] = endsOf(point.y).map(y.at) as [number, number]
    return (
      (point.x.half === null ? '' : line(west, middle.y, east, middle.y, 'whisker')) +
      (point.y.half === null ? '' : line(middle.x, south, middle.x, north, 'whisker'))
    )
  })
  const legend = { x: EAST + 16, y: SIZE.top + 8 + n * 18 }
  return `<g class="${colourOf(n)}">${joined ? `<polyline points="${pairs}" class="curve"/>` : ''}${spans.join('')}</g>
${at.map((one) => mark(n, one.x, one.y, joined ? 3 : 4.5)).join('')}
${mark(n, legend.x, legend.y)}${words(legend.x + 11, legend.y + 4, title, 'start')}`
}
