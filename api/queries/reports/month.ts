import { hasEnded } from '#contracts/domain/incident/moves.ts'
import { secondsBetween } from '#contracts/domain/instant.ts'
import type { Sla } from '#contracts/domain/sla.ts'
import type { MonthlyFigures, ResponseStep, Spread } from '#contracts/wire/routes/report-views.ts'
import type { AsOf } from './as-of.ts'
import { arrivalOf, stepsOf } from './steps.ts'

const DAY_S = 86_400

/** The value that a share of all does not exceed (nearest rank); null of none. */
const rank = (sorted: readonly number[], share: number): number | null =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null

/** Median, P90 and how many kept their limit. An even number of values has the mean of the middle two as its median. */
export const spreadOf = (values: readonly { tookS: number; limitS: number | null }[]): Spread => {
  const sorted = values.map(({ tookS }) => tookS).toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? null
  const lower = sorted.length % 2 === 0 ? (sorted[middle - 1] ?? null) : upper
  const limited = values.filter(({ limitS }) => limitS !== null)
  return {
    medianS: upper === null || lower === null ? null : (upper + lower) / 2,
    p90S: rank(sorted, 0.9),
    of: sorted.length,
    inTime:
      limited.length === 0 ? null : limited.filter(({ tookS, limitS }) => tookS <= (limitS ?? 0)).length,
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** The figures of a month from its incidents as they stand at `at`. */
export const figuresOf = (month: string, at: string, told: readonly AsOf[], sla: Sla): MonthlyFigures => {
  const steps = told.map((one) => stepsOf(one, sla))
  const tookOf = (step: ResponseStep) =>
    steps.flatMap((all) =>
      all.flatMap(({ step: name, tookS, limitS }) =>
        name === step && tookS !== null ? [{ tookS, limitS }] : [],
      ),
    )
  const whole = told.flatMap(({ incident }, index) => {
    const arrival = steps[index]?.find(({ step }) => step === 'first_arrival')?.at ?? null
    return arrival === null ? [] : [{ tookS: secondsBetween(incident.reportedAt, arrival), limitS: null }]
  })
  const files = told.map(({ incident }) => incident)
  const withStatus = (status: string): number => files.filter((file) => file.status === status).length
  const verified = files.filter(({ verifiedAt }) => verifiedAt !== null)
  const count = (type: string): number =>
    sum(told.map(({ facts }) => facts.filter((fact) => fact.type === type).length))
  const offers = count('offer.created')
  const arrived = sum(files.map((file) => file.assignments.filter((one) => arrivalOf(one) !== null).length))
  return {
    month,
    at,
    incidents: {
      reported: files.length,
      verified: verified.length,
      rejected: withStatus('rejected'),
      duplicate: withStatus('duplicate'),
      referred: withStatus('referred'),
      cancelled: withStatus('cancelled'),
      open: files.filter(({ status }) => !hasEnded(status)).length,
      handledIn24h: verified.filter(
        ({ reportedAt, controlledAt }) =>
          controlledAt !== null && secondsBetween(reportedAt, controlledAt) <= DAY_S,
      ).length,
    },
    spans: {
      verify: spreadOf(tookOf('verified')),
      offer: spreadOf(tookOf('first_offer')),
      accept: spreadOf(tookOf('first_acceptance')),
      arrive: spreadOf(tookOf('first_arrival')),
      whole: spreadOf(whole),
    },
    people: {
      offers,
      accepted: count('offer.accepted'),
      declined: count('offer.declined'),
      silent: count('offer.expired'),
      arrived,
      stoodDown: count('assignment.stood_down'),
      stalled: told.filter(({ facts }) => facts.some(({ type }) => type === 'need.stalled')).length,
      alertsPerArrival: arrived === 0 ? null : offers / arrived,
    },
  }
}
