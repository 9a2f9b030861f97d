import { PartnerOutcome } from '#contracts/wire/partner/events.ts'
import { Problem } from '#contracts/wire/problem.ts'
import { parsed } from './json.ts'

/** What Top Ranger answered to one event. */
export interface Answer {
  status: number
  /** With 200. */
  outcome: PartnerOutcome | null
  /** With 4xx: the stable code of the problem. */
  code: string | null
  /** The answer does not fit the public contract, and how. */
  fault: string | null
  /** In a few words, for the diary. */
  said: { outcome?: string; code?: string; assignmentId?: string }
}

/** Reads an answer; never throws: what does not fit is told in `fault`. */
export const readAnswer = (status: number, text: string): Answer => {
  const answer: Answer = { status, outcome: null, code: null, fault: null, said: {} }
  const body = parsed(text)
  if (status === 200) {
    const read = PartnerOutcome.safeParse(body)
    if (!read.success) return { ...answer, fault: `not an outcome: ${text.slice(0, 200)}` }
    const { outcome, assignmentId } = read.data
    return { ...answer, outcome: read.data, said: { outcome, assignmentId } }
  }
  const read = Problem.safeParse(body)
  if (!read.success) return { ...answer, fault: `${status} without a problem: ${text.slice(0, 200)}` }
  return { ...answer, code: read.data.code, said: { code: read.data.code } }
}
