import { disturbedMs } from '../disturbed.ts'
import type { Evidence, Fact, Fault, LawOf } from '../evidence.ts'

/** What a fact must be told to a partner as, and about what; own reading of the contract. */
const mustTell = ({ type, data }: Fact): { type: string; subject: string } | null => {
  if (type === 'offer.created' && data['chosenBy'] === 'match' && data['channel'] === 'webhook')
    return { type: 'offer.created', subject: String(data['offerId']) }
  if (type === 'offer.accepted')
    return { type: 'assignment.confirmed', subject: String(data['assignmentId']) }
  if (type === 'assignment.stood_down')
    return { type: 'assignment.stood_down', subject: String(data['assignmentId']) }
  if (type === 'offer.withdrawn' || type === 'offer.expired')
    return { type: 'offer.withdrawn', subject: String(data['offerId']) }
  return null
}

/** Offers of rounds to people whom a platform tells: all others are read on a page, or were never offered anything by us. */
const toldOffers = (facts: readonly Fact[]): Set<string> =>
  new Set(facts.flatMap((fact) => (fact.type === 'offer.created' ? (mustTell(fact)?.subject ?? []) : [])))

/** What is over: nothing is left to say about it, but that somebody is called off or home. */
const overOf = (facts: readonly Fact[]): Set<string> =>
  new Set(
    facts.flatMap(({ type, data }) => {
      const [kind, what = ''] = type.split('.')
      if (kind === 'offer' && what !== 'created') return [`offer.created ${String(data['offerId'])}`]
      const ends =
        ['released', 'failed', 'stood_down', 'reassigned'].includes(what) || data['state'] === 'completed'
      return kind === 'assignment' && ends ? [`assignment.confirmed ${String(data['assignmentId'])}`] : []
    }),
  )

const written = ({ dump }: Evidence): Fault[] => {
  const there = new Set(dump.deliveries.map(({ type, subject }) => `${type} ${subject}`))
  const over = overOf(dump.facts)
  const offers = toldOffers(dump.facts)
  return dump.facts.flatMap((fact): Fault[] => {
    const due = mustTell(fact)
    if (due === null || there.has(`${due.type} ${due.subject}`)) return []
    if (due.type === 'offer.withdrawn' && !offers.has(due.subject)) return []
    if (over.has(`${due.type} ${due.subject}`)) return []
    return [{ law: 'I7', subject: fact._id, what: `${due.type} was never written for the partner` }]
  })
}

const truly = ({ dump, heard }: Evidence): Fault[] => {
  const ids = new Set(heard.map(({ id }) => id))
  return dump.deliveries
    .filter(({ state, webhookId }) => state === 'delivered' && !ids.has(webhookId))
    .map(({ _id, type }) => ({
      law: 'I7',
      subject: _id,
      what: `${type} counts as delivered and was never heard`,
    }))
}

/** Whoever brings messages takes up what is due within this, with or without Redis, from the end of whatever hindered him. */
const TAKEN_UP_MS = 15_000

/** A message that is under way has a time for its next attempt, and somebody makes it. */
const leftLying = ({ dump, disturbed, slackMs, now }: Evidence): Fault[] =>
  dump.deliveries.flatMap(({ _id, type, state, nextAt }): Fault[] => {
    if (state !== 'pending') return []
    const fault = (what: string): Fault[] => [{ law: 'I7', subject: _id, what: `${type} ${what}` }]
    if (nextAt === null) return fault('is under way, and never tried again')
    const dueAt = Date.parse(nextAt)
    if (now - dueAt <= TAKEN_UP_MS + slackMs + disturbedMs(disturbed, dueAt, now)) return []
    return fault('is due, and nobody takes it up')
  })

/** The same message is the same whenever it is told. */
const oneMeaning = ({ heard }: Evidence): Fault[] => {
  const meant = new Map<string, string>()
  return heard.flatMap(({ id, data }): Fault[] => {
    const text = JSON.stringify(data)
    const before = meant.get(id)
    meant.set(id, text)
    return before === undefined || before === text
      ? []
      : [{ law: 'I5', subject: id, what: 'was told to the partner with two meanings' }]
  })
}

/** I7: followers have come to the end of the ledger, and every partner was told, or it shows that he was not. */
export const subscribers: LawOf = (evidence) => {
  const { dump } = evidence
  const cursor = (name: string): number => dump.cursors.find(({ _id }) => _id === name)?.seq ?? 0
  const agencies = new Map<string, number>()
  for (const { agencyId, seq } of dump.facts)
    agencies.set(agencyId, Math.max(seq, agencies.get(agencyId) ?? 0))
  const behind = [...agencies].flatMap(([agencyId, head]): Fault[] => {
    const relay = cursor(`relay:${agencyId}`)
    const [matched, wanted] = [cursor(`matched:${agencyId}`), cursor(`wanted:${agencyId}`)]
    return [
      ...(relay === head
        ? []
        : [{ law: 'I7' as const, subject: agencyId, what: `the relay stands at ${relay} of ${head}` }]),
      ...(matched >= wanted
        ? []
        : [{ law: 'I9' as const, subject: agencyId, what: `matched to ${matched}, wanted ${wanted}` }]),
    ]
  })
  const waiting = [...dump.incidents, ...dump.volunteers, ...dump.partners, ...dump.users]
    .filter(({ pending }) => pending.length > 0)
    .map(({ _id, pending }): Fault => ({
      law: 'I7',
      subject: _id,
      what: `${pending.length} facts have no place`,
    }))
  return [
    ...behind,
    ...waiting,
    ...written(evidence),
    ...truly(evidence),
    ...leftLying(evidence),
    ...oneMeaning(evidence),
  ]
}
