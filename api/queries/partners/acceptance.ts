import { plusSeconds, type Instant } from '#contracts/domain/instant.ts'
import type { OfferFact } from '#contracts/store/partner-log.ts'
import type { Figures } from '#contracts/wire/routes/partner-views.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Context } from '../../context.ts'
import type { Answer, Given } from '../../route-types.ts'
import { invalid } from '../../trouble.ts'
import { partnerDoc } from './view.ts'

const WITA_S = 8 * 3600
const DAY_S = 24 * 3600
const USUAL_S = 30 * DAY_S
const LONGEST_S = 366 * DAY_S
const PERIOD = { hour: 13, day: 10, month: 7 } as const

const none = (): Figures => ({
  offers: 0,
  accepted: 0,
  declined: 0,
  silent: 0,
  undelivered: 0,
  withdrawn: 0,
  arrived: 0,
})

/** What a fact says of an offer or of the task that it became; whoever skips a step forward has arrived too. */
const told = ({ type, data }: OfferFact): keyof Figures | null => {
  switch (type) {
    case 'offer.created':
      return 'offers'
    case 'offer.accepted':
      return 'accepted'
    case 'offer.declined':
      return 'declined'
    case 'offer.expired':
      return data['reason'] === 'undelivered' ? 'undelivered' : 'silent'
    case 'offer.withdrawn':
      return 'withdrawn'
    default:
      return ['on_scene', 'working', 'completed'].includes(String(data['state'])) ? 'arrived' : null
  }
}

/** The figures of each period, and of all. Each arrival counts once, when it was first told. */
export const figuresOf = (
  facts: readonly OfferFact[],
  by: keyof typeof PERIOD,
): { periods: (Figures & { period: string })[]; total: Figures } => {
  const periods = new Map<string, Figures>()
  const total = none()
  const there = new Set<string>()
  for (const fact of [...facts].sort((a, b) => (a.at < b.at ? -1 : 1))) {
    const what = told(fact)
    const task = String(fact.data['assignmentId'])
    if (what === null || (what === 'arrived' && there.has(task))) continue
    if (what === 'arrived') there.add(task)
    const period = plusSeconds(fact.at, WITA_S).slice(0, PERIOD[by])
    const figures = periods.get(period) ?? none()
    periods.set(period, { ...figures, [what]: figures[what] + 1 })
    total[what] += 1
  }
  return { periods: [...periods].map(([period, figures]) => ({ period, ...figures })), total }
}

type Query = Given<Routes['partnerAcceptance']>['query']

const span = (now: Instant, { from, to = now }: Query): { from: Instant; to: Instant } => {
  const start = from ?? plusSeconds(to, -USUAL_S)
  if (start >= to) throw invalid('query.from', 'must lie before `to`')
  if (plusSeconds(start, LONGEST_S) < to) throw invalid('query.from', 'at most 366 days at once')
  return { from: start, to }
}

/** Offers to the partner's volunteers and what became of them. @throws Refusal `not_found`; Trouble `invalid` */
export const partnerAcceptance = async (
  context: Context,
  agencyId: string,
  id: string,
  query: Query,
): Promise<Answer<Routes['partnerAcceptance']>> => {
  await partnerDoc(context, agencyId, id)
  const range = span(context.clock.now().toISOString(), query)
  return { ...range, ...figuresOf(await context.partnerLog.offerFacts(agencyId, id, range), query.by) }
}
