import { cityLimits, MOST_SWAPS } from '../city/limits.ts'
import type { Interval } from '../interval.ts'
import type { Measured } from '../measure.ts'
import { cityWhy, type Curve, curvesOf, isCity } from './curves.ts'
import { cell, columns } from './columns.ts'
import { plot, type Series } from './plot.ts'
import { escaped } from './svg.ts'
import type { Summary } from './summary.ts'
import { whiskers } from './whiskers.ts'

type Name = keyof Measured
const drawnMeasures: readonly Name[] = ['firstS', 'overBound', 'inTime', 'alertsPerArrival', 'redundant']
const columnOf = (name: Name) => columns.find((column) => column.name === name)!
const scaled = (name: Name, value: Interval | null): Interval | null => {
  const times = columnOf(name).percent ? 100 : 1
  return value && { mean: value.mean * times, half: value.half === null ? null : value.half * times }
}

const figure = (drawing: string, caption: string): string =>
  `<figure><div class="wide">${drawing}</div><figcaption>${escaped(caption)}</figcaption></figure>`

const idOf = (workload: string, kind: string): string =>
  `${workload.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${kind}`

/** Every policy of a workload with its intervals, measure by measure. */
export const allPolicies = (workload: string, own: readonly Summary[]): string => {
  const known = drawnMeasures.filter((name) => own.some(({ values }) => values[name] !== null))
  const panels = known.map((name) => ({
    title: columnOf(name).title,
    values: own.map(({ values }) => scaled(name, values[name])),
    isPart: columnOf(name).percent ?? false,
  }))
  const told = {
    id: idOf(workload, 'all'),
    title: `${workload}: every policy, mean and 95 % interval`,
    desc: own
      .map(({ policy, values }) => `${policy}: ${known.map((name) => said(name, values[name])).join(', ')}`)
      .join('; '),
  }
  return figure(
    whiskers(
      told,
      own.map(({ policy }) => policy),
      panels,
    ),
    'Mean over the seeds with its 95 % interval. The figures are in the table below.',
  )
}

const said = (name: Name, value: Interval | null): string =>
  `${columnOf(name).title} ${cell(value, columnOf(name))}`

const pointsOf = (own: readonly Summary[], across: Name, up: Name) =>
  own.flatMap(({ values }) => {
    const [x, y] = [scaled(across, values[across]), scaled(up, values[up])]
    return x === null || y === null ? [] : [{ x, y }]
  })

/** Each curve as one line, every other policy as a point. */
const seriesOf = (own: readonly Summary[], curves: readonly Curve[], across: Name, up: Name): Series[] => {
  const onCurve = new Set(curves.flatMap(({ policies }) => policies))
  const joined = curves.map(({ title, policies }) => {
    const points = policies.flatMap((policy) =>
      pointsOf(
        own.filter((one) => one.policy === policy),
        across,
        up,
      ),
    )
    return { title, joined: true, points }
  })
  const others = own.filter(({ policy }) => !onCurve.has(policy))
  const single = others.map((one) => ({
    title: one.policy,
    joined: false,
    points: pointsOf([one], across, up),
  }))
  return [...joined, ...single].filter(({ points }) => points.length > 0)
}

const scatter = (workload: string, own: readonly Summary[], across: Name, up: Name): string => {
  const [x, y] = [columnOf(across).title, columnOf(up).title]
  const series = seriesOf(own, curvesOf(workload), across, up)
  if (series.length === 0) return ''
  const told = {
    id: idOf(workload, `${across}-${up}`),
    title: `${workload}: ${y} against ${x}`,
    desc: `${series.map(({ title }) => title).join(', ')}. The bars are 95 % intervals; further left and lower is better.`,
  }
  return figure(plot(told, { x, y }, series), `${told.title}. Further left and lower is better.`)
}

/** What fewer alerts cost in time, and what more of them waste. */
const tradeOffs = (workload: string, own: readonly Summary[]): string =>
  scatter(workload, own, 'alertsPerArrival', 'firstS') +
  scatter(workload, own, 'alertsPerIncident', 'redundant')

const GREEDY = 'one at a time (greedy)'

/** City: how near to hindsight for how many people called off, with what is wanted and why it is missed. */
const cityTradeOff = (workload: string, own: readonly Summary[]): string => {
  const curves = curvesOf(workload)
  const onCurve = own.filter(
    ({ policy }) => policy === GREEDY || curves.some(({ policies }) => policies.includes(policy)),
  )
  const series = seriesOf(onCurve, curves, 'swapsPerIncident', 'overBound')
  if (series.length === 0) return ''
  const limit = cityLimits[workload]
  const told = {
    id: idOf(workload, 'trade-off'),
    title: `${workload}: way ÷ hindsight against people called off`,
    desc: onCurve
      .map(
        ({ policy, values }) =>
          `${policy}: ${said('overBound', values.overBound)}, ${said('swapsPerIncident', values.swapsPerIncident)}`,
      )
      .join('; '),
  }
  const limits = [
    { title: `at most ${MOST_SWAPS} swaps`, axis: 'x' as const, value: MOST_SWAPS },
    ...(limit === undefined ? [] : [{ title: `wanted: ${limit}`, axis: 'y' as const, value: limit }]),
  ]
  return figure(
    plot(told, { x: 'swaps per incident', y: 'way ÷ hindsight' }, series, limits),
    cityWhy(workload, onCurve),
  )
}

/** The drawings of a workload. */
export const figuresOf = (workload: string, own: readonly Summary[]): string =>
  allPolicies(workload, own) + (isCity(workload) ? cityTradeOff(workload, own) : tradeOffs(workload, own))
