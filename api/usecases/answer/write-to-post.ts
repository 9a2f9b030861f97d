import type { Bearer } from '#contracts/domain/incident/commands/assignment.ts'
import { writeMessage } from '#contracts/domain/incident/commands/messages.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import { isLongBefore, type Said } from '#contracts/domain/volunteer/said.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Store } from '#contracts/store/store.ts'
import { presentTask } from './present-task.ts'
import { changeWith } from './with-text.ts'

/** A message of the one who bears this task, also after it. @throws Refusal `not_found`, `not_yours`, `too_many_messages`; NotSaved */
export const messageFrom = async (
  store: Store,
  incidentId: string,
  op: Op,
  who: Bearer,
  text: string,
): Promise<void> => {
  await changeWith(store, incidentId, op, text, (state, kept) =>
    kept === null ? [] : writeMessage(state, who, kept),
  )
}

/**
 * A volunteer writes to the command post: a message in the file of the incident that he is out for. What he `said` long before
 * this task was about another.
 * @throws Refusal `terminal` without a task, `too_many_messages`; NotSaved
 */
export const writeToPost = async (
  store: Store,
  op: Op,
  volunteer: Volunteer,
  text: string,
  said?: Said,
): Promise<void> => {
  const task = await presentTask(store, volunteer)
  if (task === null || (said !== undefined && isLongBefore(said, task.acceptedAt)))
    throw new Refusal('terminal', { what: 'assignment' })
  await messageFrom(store, task.incidentId, op, task.who, text)
}
