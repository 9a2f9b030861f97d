import type { Evidence, Fact, Fault } from '../evidence.ts'
import { opNames } from '../ops.ts'

/**
 * Reading and writing a round takes a moment: whoever left within it may still be asked. It begins when he was told that he has
 * left, and is longer where telling him took long: then reading takes long, too.
 */
const MOMENT_MS = 3000

/** How somebody stood from a moment on. */
interface Standing {
  /** By the clock of the change itself, ms. */
  from: number
  duty: string
  standing: string
  /** When he knew of it, and how long telling him took, in ms. */
  toldAt: number
  tookMs: number
}
const standings: Record<string, string> = {
  'volunteer.activated': 'active',
  'volunteer.reinstated': 'active',
  'volunteer.suspended': 'suspended',
  'volunteer.withdrawn': 'withdrawn',
}
const atFirst: Standing = { from: 0, duty: 'off', standing: 'pending', toldAt: 0, tookMs: 0 }

/** When each operation was answered first, and how long that took. */
const answered = (evidence: Evidence): Map<string, { at: number; tookMs: number }> => {
  const nameOf = opNames(evidence)
  return new Map(
    [...evidence.told.values()].flatMap((told) => {
      const [first] = told.answers
      return first === undefined ? [] : [[nameOf(told), first] as const]
    }),
  )
}

/**
 * How everybody stood, change by change. A change may get its place in the ledger long after it was made (its process died or
 * stood still), so times are compared across files, and places only within one.
 */
const standingsOf = (facts: readonly Fact[], answers: ReturnType<typeof answered>) => {
  const people = new Map<string, Standing[]>()
  for (const { type, entityId, data, at, opId } of facts) {
    const standing = standings[type]
    const duty = type === 'volunteer.duty_changed' ? String(data['duty']) : undefined
    if (standing === undefined && duty === undefined) continue
    const past = people.get(entityId) ?? []
    const before = past.at(-1) ?? atFirst
    const from = Date.parse(at)
    const { at: toldAt, tookMs } = answers.get(opId) ?? { at: from, tookMs: 0 }
    past.push({ from, duty: duty ?? before.duty, standing: standing ?? before.standing, toldAt, tookMs })
    people.set(entityId, past)
  }
  return people
}

/** I15: nobody was asked who had not been on duty for a while. */
export const askedOffDuty = (evidence: Evidence): Fault[] => {
  const { facts } = evidence.dump
  const people = standingsOf(facts, answered(evidence))
  return facts.flatMap(({ type, data, at, _id }): Fault[] => {
    if (type !== 'offer.created' || data['chosenBy'] !== 'match') return []
    const [time, who] = [Date.parse(at), String(data['volunteerId'])]
    const { duty, standing, toldAt, tookMs } =
      people.get(who)?.findLast(({ from }) => from <= time) ?? atFirst
    if (duty === 'on' && standing === 'active') return []
    const forMs = time - toldAt
    const what = `asked ${who}, ${standing}, ${duty} for ${forMs} ms`
    return forMs <= MOMENT_MS + tookMs ? [] : [{ law: 'I15', subject: _id, what }]
  })
}
