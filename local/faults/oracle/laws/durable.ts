import type { Evidence, Fault, LawOf, Told } from '../evidence.ts'
import { factsByOp, opNames, receiptName, refusals, yesTo } from '../ops.ts'

/** What a call for help becomes, with a task and without. */
const alarms = new Set(['sos.raised', 'volunteer.sos'])

const known = (evidence: Evidence) => {
  const { dump } = evidence
  const byOp = factsByOp(dump.facts)
  const nameOf = opNames(evidence)
  const receiptOf = receiptName(evidence)
  const receipts = new Map(dump.receipts.map((receipt) => [receipt._id, receipt]))
  const of = (type: string, key: string) =>
    new Set(dump.facts.filter((fact) => fact.type === type).map(({ data }) => String(data[key])))
  return {
    incidents: new Set(dump.incidents.map(({ _id }) => _id)),
    reported: new Set(
      dump.facts.filter(({ type }) => type === 'incident.reported').map(({ entityId }) => entityId),
    ),
    assigned: of('offer.accepted', 'assignmentId'),
    acceptedOffers: of('offer.accepted', 'offerId'),
    declined: of('offer.declined', 'offerId'),
    factsOf: (told: Told) => byOp.get(nameOf(told)) ?? [],
    receiptOf: (told: Told) => receipts.get(receiptOf(told) ?? ''),
  }
}
type Known = ReturnType<typeof known>

/** What is missing of a message that was answered with yes; null: nothing. */
const missing = (told: Told, { word, ref }: Told['answers'][number], there: Known): string | null => {
  const { kind, about } = told
  const hasFact = there.factsOf(told).length > 0
  switch (kind) {
    case 'report':
      if (!there.incidents.has(ref['incidentId'] ?? '')) return 'the incident is not there'
      return there.reported.has(ref['incidentId'] ?? '') ? null : 'nobody reported the incident'
    case 'order':
      return hasFact ? null : `nothing was done (${about['what']})`
    case 'accept':
      if (word === 'confirmed')
        return there.assigned.has(ref['assignmentId'] ?? '')
          ? null
          : 'the task that was confirmed is not there'
      return !refusals.has(word) || hasFact ? null : `the no (${word}) was not written`
    case 'accept by link': {
      const outcome = there.receiptOf(told)?.outcome
      if (!outcome) return 'the answer was not kept'
      const own = outcome.body['offerId']
      const offerId = typeof own === 'string' ? own : (about['offerId'] ?? '')
      const isConfirmed = outcome.status === 200 && outcome.body['result'] === 'confirmed'
      return !isConfirmed || there.acceptedOffers.has(offerId) ? null : 'the yes by link is not there'
    }
    case 'decline':
      return word !== 'declined' || there.declined.has(about['offerId'] ?? '') ? null : 'the no is not there'
    case 'progress':
      return word !== 'applied' || about['state'] === 'acknowledged' || hasFact
        ? null
        : 'the step is not there'
    case 'duty':
      return word !== 'updated' || hasFact ? null : 'the duty is not there'
    case 'sos':
      return there.factsOf(told).some(({ type }) => alarms.has(type)) ? null : 'nobody is alarmed by the call'
    case 'observe':
      return there.incidents.has(ref['incidentId'] ?? '') ? null : 'what was seen is not there'
    default:
      return null
  }
}

/** I1: whatever got a 2xx is in the database. */
export const durable: LawOf = (evidence) => {
  const there = known(evidence)
  return [...evidence.told.values()].flatMap((told): Fault[] => {
    const yes = yesTo(told)
    const what = yes === undefined ? null : missing(told, yes, there)
    return what === null ? [] : [{ law: 'I1', subject: `${told.kind} ${told.id}`, what }]
  })
}
