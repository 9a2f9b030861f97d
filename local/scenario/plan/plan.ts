import { between, chance, type Luck, luckOf, weighted, whole } from '../luck.ts'
import type { Scenario } from '../scenario.ts'
import type { Hazard, Kelurahan, Report, Severity } from '../words.ts'
import { type Course, courseFor } from './course.ts'
import { placeFor } from './places.ts'
import { told } from './told.ts'

/** One report that will come in, and what the control room will do about it. */
export interface Call {
  /** Seconds of life after the scenario has begun. */
  atS: number
  report: Report
  course: Course
}

const HOUR_S = 3600
/** The first comes at once: somebody is watching. */
const FIRST_S = 20
/** A second caller calls this soon after the first, and stands about 100 m away. */
const SECOND_WITHIN_S = 900
const ASIDE_DEG = 0.0008

/** Everything that will happen, in order of time: the same for the same scenario, city and seed. */
export const planOf = (scenario: Scenario, areas: readonly Kelurahan[], seed: number): Call[] => {
  const calls: Call[] = []
  for (const [n, atS] of momentsOf(luckOf(seed, 'moments'), scenario).entries()) {
    const luck = luckOf(seed, `call ${n}`)
    // The first is real: whoever has just started it shall see people come.
    const call = callAt(luck, n === 0 ? { ...scenario, falsePct: 0, referPct: 0 } : scenario, areas, atS)
    const same = calls.findLastIndex(({ course }) => course.gate.kind === 'verify')
    const first = calls[same]
    const isSecond = first !== undefined && atS - first.atS < SECOND_WITHIN_S
    calls.push(isSecond && chance(luck, scenario.duplicatePct) ? secondCall(luck, call, first, same) : call)
  }
  return calls
}

const momentsOf = (luck: Luck, { reports, hours, pace }: Scenario): number[] => {
  const count = whole(luck, ...reports)
  const lasts = hours * HOUR_S
  const moments = Array.from({ length: count }, (_, n) =>
    pace === 'storm' ? (lasts * (luck() + luck())) / 2 : ((n + between(luck, -0.4, 0.4)) * lasts) / count,
  )
  const [, ...later] = moments.sort((a, b) => a - b)
  return [FIRST_S, ...later.map((atS) => Math.round(Math.max(FIRST_S, atS)))]
}

const entriesOf = <K extends string>(weights: Partial<Record<K, number>>) =>
  Object.entries(weights) as [K, number][]

const callAt = (luck: Luck, scenario: Scenario, areas: readonly Kelurahan[], atS: number): Call => {
  const hazard = weighted<Hazard>(luck, entriesOf(scenario.hazards))
  const severity = weighted<Severity>(luck, entriesOf(scenario.severities))
  const course = courseFor(luck, { hazard, severity }, scenario)
  const place = placeFor(luck, areas, hazard, scenario.spread)
  return {
    atS,
    report: { hazard, severity, place, ...told(luck, hazard, course.gate.kind === 'reject') },
    course,
  }
}

/** Somebody else calls about the same: the same kind, nearly the same place, other words. */
const secondCall = (luck: Luck, { atS, course }: Call, first: Call, of: number): Call => {
  const { hazard, severity, place } = first.report
  const aside = (degrees: number) => Number((degrees + between(luck, -ASIDE_DEG, ASIDE_DEG)).toFixed(5))
  return {
    atS,
    report: {
      hazard,
      severity,
      place: { ...place, lat: aside(place.lat), lng: aside(place.lng) },
      ...told(luck, hazard, false),
    },
    course: { ...course, gate: { kind: 'duplicate', of } },
  }
}
