import { disturbedMs } from '../disturbed.ts'
import type { Evidence, Fact, Fault, LawOf } from '../evidence.ts'
import { LATE_MS, timeOf } from '../time.ts'

interface Done {
  fact: Fact
  what: string
  dueAt: number
}

const ending = new Set(['offer.accepted', 'offer.declined', 'offer.expired', 'offer.withdrawn'])

/** Offers that ended, each with the time at which it should have ended by itself at the latest. */
const offersEnded = (facts: readonly Fact[]): Done[] => {
  const open = new Map<string, Fact>()
  return facts.flatMap((fact): Done[] => {
    const offerId = String(fact.data['offerId'])
    if (fact.type === 'offer.created') open.set(offerId, fact)
    const offer = ending.has(fact.type) ? open.get(offerId) : undefined
    // Made and accepted in one change, it has no time of its own.
    if (offer === undefined || offer.opId === fact.opId) return []
    const dueAt = timeOf(offer.data['expiresAt'])
    return [{ fact, what: `${fact.type}, the offer was over`, dueAt }]
  })
}

/** What makes no wave needed that was not needed before: it lies in one change with a wave, or is an alarm. */
const besides = new Set([
  'offer.created',
  'need.asking',
  'need.stalled',
  'need.stall_explained',
  'deadline.missed',
])

/** Waves that followed a wave: due at the time that it named, or later, when something happened that made it needed again. */
const wavesOpened = (facts: readonly Fact[]): Done[] => {
  const files = new Map<string, { named: number | null; changedAt: number }>()
  return facts.flatMap((fact): Done[] => {
    const { type, kind, entityId, data, at } = fact
    if (kind !== 'incident') return []
    const file = files.get(entityId) ?? { named: null, changedAt: 0 }
    files.set(entityId, file)
    if (type !== 'wave.opened') {
      if (!besides.has(type)) file.changedAt = timeOf(at)
      return []
    }
    const { named, changedAt } = file
    file.named = data['nextWaveAt'] === null ? null : timeOf(data['nextWaveAt'])
    return named === null ? [] : [{ fact, what: 'the wave was due', dueAt: Math.max(named, changedAt) }]
  })
}

/** What time alone may bring about came before it was due: somebody's clock was believed. */
const tooEarly = (facts: readonly Fact[]): Fault[] => {
  const expiresAt = new Map<string, string>()
  return facts.flatMap(({ type, data, at, _id }): Fault[] => {
    const offerId = String(data['offerId'])
    if (type === 'offer.created') expiresAt.set(offerId, String(data['expiresAt']))
    const isByTime = type === 'offer.expired' && data['reason'] === 'no_answer'
    const dueAt = isByTime
      ? expiresAt.get(offerId)
      : type === 'deadline.missed'
        ? String(data['dueAt'])
        : undefined
    if (dueAt === undefined || timeOf(at) >= timeOf(dueAt)) return []
    return [
      {
        law: 'I9',
        subject: _id,
        what: `${type} ${Math.round((timeOf(dueAt) - timeOf(at)) / 1000)} s too early`,
      },
    ]
  })
}

/** I9, by what the facts tell: nothing that time brings about came later than 15 s, and as long as something was wrong. */
export const inTime: LawOf = ({ dump, disturbed, slackMs }: Evidence) => [
  ...tooEarly(dump.facts),
  ...[...offersEnded(dump.facts), ...wavesOpened(dump.facts)].flatMap(({ fact, what, dueAt }): Fault[] => {
    const at = timeOf(fact.at)
    const mayBeMs = LATE_MS + slackMs + disturbedMs(disturbed, dueAt, at)
    return at - dueAt <= mayBeMs
      ? []
      : [{ law: 'I9', subject: fact._id, what: `${what} ${Math.round((at - dueAt) / 1000)} s before` }]
  }),
]
