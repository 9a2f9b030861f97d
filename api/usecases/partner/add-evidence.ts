import { addNote, addPhoto } from '../answer/add-evidence.ts'
import { partnersAssignment } from '../answer/find.ts'
import type { Handler } from './sender.ts'

/** A note or an uploaded photo about a task, also after it (see addNote, addPhoto). */
export const evidenceAdded: Handler<'evidence.added'> = async (context, { partner, op }, data) => {
  const { store } = context
  const { incident, assignment } = await partnersAssignment(store, data.assignmentId, partner)
  const who = { assignmentId: assignment.id, volunteerId: assignment.volunteerId, partnerId: partner.id }
  return data.kind === 'note'
    ? addNote(store, incident.id, op, who, data.text)
    : addPhoto(context, incident.id, op, who, data.uploadId)
}
