import type { Evidence, Fault, LawOf } from '../evidence.ts'
import { opNames } from '../ops.ts'

/**
 * Reading and writing a round takes a moment: whoever left within it may still be asked. It begins when he was told that he has
 * left, and is longer where telling him took long: then reading takes long, too.
 */
const MOMENT_MS = 3000
/** A stand-down arrives or somebody is alarmed within 30 s; the look itself is a few seconds apart. */
const KNOWN_WITHIN_MS = 34_000

interface Duty {
  duty: string
  standing: string
  since: number
  tookMs: number
}
const standings: Record<string, string> = {
  'volunteer.activated': 'active',
  'volunteer.reinstated': 'active',
  'volunteer.suspended': 'suspended',
  'volunteer.withdrawn': 'withdrawn',
}

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

/** Nobody was asked who had not been on duty for a while. */
const askedOffDuty = (evidence: Evidence): Fault[] => {
  const { dump } = evidence
  const answers = answered(evidence)
  const people = new Map<string, Duty>()
  return dump.facts.flatMap(({ type, entityId, data, at, _id, opId }): Fault[] => {
    const present = people.get(entityId) ?? { duty: 'off', standing: 'pending', since: 0, tookMs: 0 }
    const standing = standings[type]
    if (standing !== undefined) people.set(entityId, { ...present, standing, since: Date.parse(at) })
    if (type === 'volunteer.duty_changed')
      people.set(entityId, {
        ...present,
        duty: String(data['duty']),
        since: answers.get(opId)?.at ?? Date.parse(at),
        tookMs: answers.get(opId)?.tookMs ?? 0,
      })
    if (type !== 'offer.created' || data['chosenBy'] !== 'match') return []
    const asked = people.get(String(data['volunteerId']))
    if (asked === undefined || (asked.duty === 'on' && asked.standing === 'active')) return []
    const forMs = Date.parse(at) - asked.since
    return forMs <= MOMENT_MS + asked.tookMs
      ? []
      : [
          {
            law: 'I15',
            subject: _id,
            what: `asked somebody ${asked.standing}, ${asked.duty} for ${forMs} ms`,
          },
        ]
  })
}

const notCalledHome = ({ dump, now }: Evidence): Fault[] => {
  const alarmed = new Set(
    dump.facts.filter(({ type }) => type === 'delivery.failed').map(({ data }) => String(data['subject'])),
  )
  return dump.deliveries
    .filter(
      ({ type, state, createdAt, subject }) =>
        type === 'assignment.stood_down' &&
        state !== 'delivered' &&
        state !== 'dropped' &&
        now - Date.parse(createdAt) > KNOWN_WITHIN_MS &&
        !alarmed.has(subject),
    )
    .map(({ subject }) => ({
      law: 'I15',
      subject,
      what: 'was called home, was not told, and nobody was alarmed',
    }))
}

/** I15: nobody off duty is asked; whoever is called home hears it, or a person does. */
export const safety: LawOf = (evidence) => [...askedOffDuty(evidence), ...notCalledHome(evidence)]
