import { assignmentOf, awaitsCheckin, isActive, offerOf } from '#contracts/domain/incident/read.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { MessageType } from '../sms.ts'

export interface Message {
  type: MessageType
  /** The offer or assignment that it is about. */
  subject: string
  data: Record<string, unknown> | null
}

/** What somebody would set out for, or would read while he is out. */
const whileActive: readonly MessageType[] = ['assignment.confirmed', 'assignment.updated', 'message.sent']

/**
 * Has what the message is about passed? A stand-down is worth telling at any time. A task is not: whoever hears of it after
 * he was called home would set out for nothing.
 */
export const isPast = (incident: Incident, { type, subject, data }: Message): boolean => {
  if (type === 'offer.created') return offerOf(incident, subject) === undefined
  const assignment = assignmentOf(incident, subject)
  if (assignment === undefined) return false
  if (whileActive.includes(type)) return !isActive(assignment)
  if (type !== 'checkin.requested') return false
  return !awaitsCheckin(assignment) || assignment.checkin?.id !== data?.['checkinId']
}
