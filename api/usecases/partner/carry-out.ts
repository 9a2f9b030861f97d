import { Refusal } from '#contracts/domain/refusal.ts'
import { acknowledge } from '../answer/acknowledge.ts'
import { partnersAssignment } from '../answer/find.ts'
import { progressAssignment } from '../answer/progress-assignment.ts'
import { pastInstant, pointOf } from './input.ts'
import { answererOf, type Handler } from './sender.ts'

/** A step of a task, or its giving back (see progressAssignment). */
export const assignmentProgressed: Handler<'assignment.progressed'> = async (context, sender, data) => {
  const { store, clock } = context
  const { partner, op } = sender
  const { incident, assignment } = await partnersAssignment(store, data.assignmentId, partner)
  const { volunteerId } = assignment
  const { volunteerRef } = data
  if (volunteerRef !== undefined && (await answererOf(store, partner, volunteerRef)) !== volunteerId)
    throw new Refusal('not_yours', { assignmentId: assignment.id })
  const who = { assignmentId: assignment.id, volunteerId, partnerId: partner.id }
  return progressAssignment(store, incident.id, op, who, {
    state: data.state,
    at: pastInstant(data.at, clock.now()),
    point: pointOf(data),
    note: data.note ?? null,
  })
}

/** A confirmation or a stand-down was delivered or read (see acknowledge). */
export const assignmentAcknowledged: Handler<'assignment.acknowledged'> = async (context, sender, data) => {
  const { partner, op } = sender
  const { incident, assignment } = await partnersAssignment(context.store, data.assignmentId, partner)
  const who = { assignmentId: assignment.id, volunteerId: assignment.volunteerId, partnerId: partner.id }
  return acknowledge(context.store, incident.id, op, who, { what: data.what, how: data.how })
}
