import type { Evidence, Fault, LawOf } from '../evidence.ts'
import { askedOffDuty } from './on-duty.ts'

/** A stand-down arrives or somebody is alarmed within 30 s; the look itself is a few seconds apart. */
const KNOWN_WITHIN_MS = 34_000

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
