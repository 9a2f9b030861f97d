import { note } from '#contracts/domain/incident/commands/notes.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Store } from '#contracts/store/store.ts'
import { presentTask } from './present-task.ts'

/**
 * A volunteer writes to the command post: a message in the file of the incident that he is out for.
 * @throws Refusal `terminal` without a task; NotSaved
 */
export const writeToPost = async (
  store: Store,
  op: Op,
  volunteer: Volunteer,
  text: string,
): Promise<void> => {
  const task = await presentTask(store, volunteer)
  if (task === null) throw new Refusal('terminal', { what: 'assignment' })
  const { assignmentId: from } = task.who
  const kept = await store.texts.keep(op.agencyId, task.incidentId, text)
  await store.incidents.change(task.incidentId, op, (state) =>
    note(state, { ...kept, about: 'message', from }),
  )
}
