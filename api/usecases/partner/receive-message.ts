import { note } from '#contracts/domain/incident/commands/notes.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import { presentTask } from './present-task.ts'
import { volunteerOf, type Handler } from './sender.ts'

/** A volunteer writes to the command post: a note in the file of the incident that he is out for. @throws Refusal `not_found`, `terminal` without a task */
export const receiveMessage: Handler<'message.received'> = async ({ store }, sender, data) => {
  const { op } = sender
  const task = await presentTask(store, await volunteerOf(store, sender, data.volunteerRef))
  if (task === null) throw new Refusal('terminal', { what: 'assignment' })
  const text = await store.texts.keep(op.agencyId, task.incidentId, data.text)
  await store.incidents.change(task.incidentId, op, (state) => note(state, { ...text, about: 'message' }))
  return { outcome: 'recorded', volunteerRef: data.volunteerRef }
}
