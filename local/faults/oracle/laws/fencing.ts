import type { Fact, Fault, LawOf } from '../evidence.ts'

const over = new Set(['incident.cancelled', 'incident.closed', 'incident.rejected', 'incident.referred'])
const binding = new Set(['offer.created', 'offer.accepted'])

/** I6: no yes after the offer's time, and nobody bound by an incident that is over. */
export const fencing: LawOf = ({ dump }) => {
  const faults: Fault[] = []
  const offers = new Map<string, Fact>()
  const ended = new Map<string, string>()
  for (const fact of dump.facts) {
    const { type, entityId, data, _id, at, opId } = fact
    if (binding.has(type) && ended.has(entityId))
      faults.push({ law: 'I6', subject: _id, what: `${type} after ${ended.get(entityId)}` })
    if (over.has(type)) ended.set(entityId, type)
    if (type === 'offer.created') offers.set(String(data['offerId']), fact)
    if (type !== 'offer.accepted') continue
    const offer = offers.get(String(data['offerId']))
    // An offer made and accepted in one change has no time of its own.
    if (offer === undefined || offer.opId === opId) continue
    if (String(offer.data['expiresAt']) < at)
      faults.push({
        law: 'I6',
        subject: _id,
        what: `accepted at ${at}, expired at ${String(offer.data['expiresAt'])}`,
      })
  }
  return faults
}
