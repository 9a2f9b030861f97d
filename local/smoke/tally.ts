import type { FactView } from '#contracts/wire/routes/views.ts'

/** What the facts of one incident say, in numbers. */
export interface Tally {
  reportToFirstOfferMs: number | null
  offers: number
  declined: number
  late: number
  expired: number
  accepted: number
  arrived: number
  completed: number
}

const ARRIVED = ['on_scene', 'working', 'completed']

export const tallyOf = (facts: readonly FactView[]): Tally => {
  const of = (type: string) => facts.filter((fact) => fact.type === type)
  /** How many different ones: nothing counts twice. */
  const count = (type: string, id: string) => new Set(of(type).map(({ data }) => data[id])).size
  const stepped = (states: readonly string[]) =>
    new Set(
      of('assignment.progressed')
        .filter(({ data }) => states.includes(String(data.state)))
        .map(({ data }) => data.assignmentId),
    ).size
  const reported = of('incident.reported')[0]
  const offered = of('offer.created')[0]
  return {
    reportToFirstOfferMs: reported && offered ? Date.parse(offered.at) - Date.parse(reported.at) : null,
    offers: count('offer.created', 'offerId'),
    declined: count('offer.declined', 'offerId'),
    late: count('acceptance.refused', 'offerId'),
    expired: count('offer.expired', 'offerId'),
    accepted: count('offer.accepted', 'offerId'),
    arrived: stepped(ARRIVED),
    completed: stepped(['completed']),
  }
}
