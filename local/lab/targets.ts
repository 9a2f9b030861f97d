import { cityLimits } from './city/limits.ts'
import { cityCurves } from './city/policies.ts'
import type { Measured } from './measure.ts'
import { curveName, curvePrices } from './policies/all.ts'
import { valueOf, type Summary } from './report/summary.ts'

/** One line of the table of matching.md, section 8, as this run answers it. */
export interface Verdict {
  target: string
  measured: string
  /** Null: a statement that nothing was wanted of. */
  reached: boolean | null
}

/** What is said of a line beside its target. */
export const wordOf = ({ reached }: Verdict): 'reached' | 'missed' | 'curve' => {
  if (reached === null) return 'curve'
  return reached ? 'reached' : 'missed'
}

const FEWER = 0.8

/** The rule of the product's rounds: the first yes takes the slot. The other policies here answer the brief's own question. */
const AS_THE_PRODUCT = ['ours, first yes', 'ours, sparing, first yes']

/** What this run says about the targets; lines whose workloads were not played are left out. */
export const verdictsOf = (summaries: readonly Summary[]): Verdict[] => {
  const value = (workload: string, policy: string, name: keyof Measured): number | null =>
    valueOf(summaries, workload, policy, name)?.mean ?? null

  const ratio = (): Verdict[] => {
    const policies = ['ours', 'ours, sparing', ...AS_THE_PRODUCT]
    return policies.flatMap((policy) => {
      const over = value('Density 5/km²', policy, 'overBound')
      const alerts = value('Density 5/km²', policy, 'alertsPerIncident')
      if (over === null || alerts === null) return []
      const measured = `${over.toFixed(3)} with ${alerts.toFixed(2)} alerts`
      const target = `Density 5/km²: first arrival ÷ bound ≤ 1.08 with ≤ 5.5 alerts (${policy})`
      return [{ target, measured, reached: over <= 1.08 && alerts <= 5.5 }]
    })
  }

  /** From 5 to 20 per km² volunteers double twice, in the same area. */
  const growth = (): Verdict[] =>
    ['ours', ...AS_THE_PRODUCT].flatMap((policy) => {
      const few = value('Density 5/km²', policy, 'alertsPerIncident')
      const many = value('Density 20/km²', policy, 'alertsPerIncident')
      if (few === null || many === null) return []
      const perDoubling = Math.sqrt(many / few)
      const measured = `${perDoubling.toFixed(2)}x (${few.toFixed(2)} to ${many.toFixed(2)} from 5 to 20/km²)`
      const target = `alerts per incident, per doubling of volunteers ≤ 1.0x (${policy})`
      return [{ target, measured, reached: perDoubling <= 1 }]
    })

  /** Better or as good as "7 + replace" in everything, with a fifth fewer alerts. */
  const againstSeven = (theirs: string, mine: string): Verdict[] =>
    ['Density 1/km²', 'Density 5/km²', 'Density 20/km²'].flatMap((workload) => {
      const pair = (name: keyof Measured) =>
        [value(workload, mine, name), value(workload, theirs, name)] as const
      const [first, firstOf7] = pair('firstS')
      const [covered, coveredOf7] = pair('covered')
      const [alerts, alertsOf7] = pair('alertsPerIncident')
      const [redundant, redundantOf7] = pair('redundant')
      if (first === null || firstOf7 === null || covered === null || coveredOf7 === null) return []
      if (alerts === null || alertsOf7 === null || redundant === null || redundantOf7 === null) return []
      return [
        {
          target: `${workload}: "${mine}" against "${theirs}": no worse, ≥ 20 % fewer alerts`,
          measured:
            `first ${first.toFixed(1)} against ${firstOf7.toFixed(1)} s, alerts ${alerts.toFixed(2)} against ` +
            `${alertsOf7.toFixed(2)} (${percent(alerts / alertsOf7 - 1)}), redundant ${redundant.toFixed(2)} against ${redundantOf7.toFixed(2)}`,
          reached:
            first <= firstOf7 &&
            covered >= coveredOf7 &&
            redundant <= redundantOf7 &&
            alerts <= FEWER * alertsOf7,
        },
      ]
    })

  /** The quickest point of the curve that keeps the limit; for equal people there is none to keep. */
  const taxi = (): Verdict[] =>
    (['0.3', '1', '50'] as const).flatMap((a): Verdict[] => {
      const points = curvePrices.flatMap((price) => {
        const alerts = value(`Taxi a=${a}`, curveName(price), 'alertsPerArrival')
        const first = value(`Taxi a=${a}`, curveName(price), 'firstS')
        return alerts === null || first === null ? [] : [{ alerts, first }]
      })
      if (points.length === 0) return []
      const within = points.filter(({ alerts }) => alerts <= 10).sort((x, y) => x.first - y.first)
      const best = within[0] ?? points.toSorted((x, y) => x.alerts - y.alerts)[0]!
      const measured = `${best.alerts.toFixed(1)} alerts per arrival at ${best.first.toFixed(0)} s; curve below`
      return a === '0.3'
        ? [{ target: `Taxi a=${a}: ≤ 10 alerts per arrival`, measured, reached: best.alerts <= 10 }]
        : [{ target: `Taxi a=${a}: the best trade-off, as a curve`, measured, reached: null }]
    })

  /** Each arrival counts in the lines above; whom an incident disturbs is another question. */
  const taxiByIncident = (): Verdict[] =>
    ['0.3', '1', '50'].flatMap((a) => {
      const told = (policy: string) => {
        const alerts = value(`Taxi a=${a}`, policy, 'alertsPerReached')
        const arrivals = value(`Taxi a=${a}`, policy, 'arrivalsPerReached')
        const first = value(`Taxi a=${a}`, policy, 'firstS')
        return alerts === null || arrivals === null || first === null ? null : { alerts, arrivals, first }
      }
      const [mine, theirs] = [told('ours'), told('7 + replace')]
      if (mine === null || theirs === null) return []
      const measured = [mine, theirs].map(
        ({ alerts, arrivals, first }) =>
          `${alerts.toFixed(1)} with ${arrivals.toFixed(2)} arrivals at ${first.toFixed(0)} s`,
      )
      const target = `Taxi a=${a}: "ours" against "7 + replace", by the incident that somebody came to: no more alerts, no later`
      const reached = mine.alerts <= theirs.alerts && mine.first <= theirs.first
      return [{ target, measured: measured.join(' against '), reached }]
    })

  /** As the product does it, where a third of the acceptors come. */
  const taxiFirstYes = (): Verdict[] =>
    ['0.3', '1', '50'].flatMap((a) => {
      const told = (policy: string) => {
        const alerts = value(`Taxi a=${a}`, policy, 'alertsPerArrival')
        const first = value(`Taxi a=${a}`, policy, 'firstS')
        return alerts === null || first === null ? null : { alerts, first }
      }
      const [mine, theirs] = [told('ours, first yes'), told('7 + replace, first yes')]
      if (mine === null || theirs === null) return []
      const measured = [mine, theirs].map(
        ({ alerts, first }) => `${alerts.toFixed(1)} at ${first.toFixed(0)} s`,
      )
      const target = `Taxi a=${a}: "ours, first yes" against "7 + replace, first yes": no more alerts, no later`
      const reached = mine.alerts <= theirs.alerts && mine.first <= theirs.first
      return [{ target, measured: measured.join(' against '), reached }]
    })

  const taxiAsTheProduct = (): Verdict[] =>
    AS_THE_PRODUCT.flatMap((policy) => {
      const alerts = value('Taxi a=0.3', policy, 'alertsPerArrival')
      if (alerts === null) return []
      const target = `Taxi a=0.3: ≤ 10 alerts per arrival (${policy})`
      return [{ target, measured: alerts.toFixed(1), reached: alerts <= 10 }]
    })

  /** The trade-off between alerts and arrival where a target is missed: an offer that is moved is one more alert. */
  const swapCurve = (workload: string, policies: readonly string[]): string =>
    policies
      .flatMap((policy) => {
        const over = value(workload, policy, 'overBound')
        const swaps = value(workload, policy, 'swapsPerIncident')
        return over === null || swaps === null ? [] : [`${over.toFixed(3)} with ${swaps.toFixed(2)} swaps`]
      })
      .join(', ')

  const city = (): Verdict[] =>
    Object.entries(cityLimits).flatMap(([kind, limit]) =>
      cityCurves.flatMap(({ policies }): Verdict[] => {
        const [first = ''] = policies
        const over = value(kind, first, 'overBound')
        const greedy = value(kind, 'one at a time (greedy)', 'overBound')
        if (over === null || greedy === null) return []
        const measured = `${over.toFixed(3)} (greedy ${greedy.toFixed(3)}); ${swapCurve(kind, policies)}`
        return [{ target: `${kind} ÷ hindsight ≤ ${limit} (${first})`, measured, reached: over <= limit }]
      }),
    )

  return [
    ...ratio(),
    ...growth(),
    ...againstSeven('7 + replace', 'ours'),
    ...againstSeven('7 + replace, first yes', 'ours, first yes'),
    ...taxi(),
    ...taxiByIncident(),
    ...taxiFirstYes(),
    ...taxiAsTheProduct(),
    ...city(),
  ]
}

const percent = (part: number): string => `${(part * 100).toFixed(0)} %`
