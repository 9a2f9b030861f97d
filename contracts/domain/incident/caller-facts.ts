import { z } from 'zod'
import { Instant } from '../instant.ts'
import { CallReason } from '../words.ts'

const id = z.string().max(80)

/** Why somebody wanted a number: a code, and what he wrote with it. Never the number. */
export const CallReasonGiven = z.object({
  reason: CallReason,
  textId: id.nullable(),
  digest: z.string().nullable(),
})

/** Telephone calls about an incident; part of its facts. */
export const callerFacts = {
  'callback.planned': z.object({ at: Instant }),
  'callback.done': z.object({ note: id.nullable() }),
  /** `volunteerId`: null when it was the number of the reporter. */
  'phone.shown': CallReasonGiven.extend({ volunteerId: id.nullable() }),
} as const
