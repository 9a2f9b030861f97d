import type { Connection } from 'mongoose'

const ends = new Set(['offer.accepted', 'offer.declined', 'offer.expired', 'offer.withdrawn'])
const exits = new Set([
  'assignment.released',
  'assignment.failed',
  'assignment.stood_down',
  'assignment.reassigned',
])

/** I6, from the ledger alone: an offer ends once and an assignment is left once. One line for each that did twice. */
export const endsTwice = async (connection: Connection): Promise<string[]> => {
  const facts = await connection.collection('facts').find({ kind: 'incident' }).sort({ seq: 1 }).toArray()
  const seen = new Map<string, string>()
  const faults: string[] = []
  for (const { type, data } of facts as unknown as { type: string; data: Record<string, unknown> }[]) {
    const subject = ends.has(type) ? data['offerId'] : exits.has(type) ? data['assignmentId'] : undefined
    if (typeof subject !== 'string') continue
    if (seen.has(subject)) faults.push(`${subject}: ${seen.get(subject)}, then ${type}`)
    seen.set(subject, type)
  }
  return faults
}
