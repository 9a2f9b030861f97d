import { raiseSos as raise, type Bearer } from '#contracts/domain/incident/commands/assignment.ts'
import { messageBeside } from '#contracts/domain/incident/commands/messages.ts'
import type { Point } from '#contracts/domain/place.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import { raiseVolunteerSos } from '#contracts/domain/volunteer/commands.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { forgetAgain } from '#contracts/store/forgetting.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Store } from '#contracts/store/store.ts'
import { presentTask } from './present-task.ts'

export interface Sos {
  point: Point | null
  text: string | null
}

/** "Butuh bantuan" on a task, also after it. What he writes stands in the notes of the incident, as long as his task may bring messages. @throws Refusal `not_found`, `not_yours`; NotSaved */
export const raiseTaskSos = async (
  store: Store,
  incidentId: string,
  op: Op,
  who: Bearer,
  { point, text }: Sos,
): Promise<void> => {
  const kept = text === null ? null : await store.texts.keep(op.agencyId, incidentId, text)
  await store.incidents.change(incidentId, op, (state) => [
    ...raise(state, who, point),
    ...messageBeside(state, who, kept),
  ])
}

/** "Butuh bantuan" without a task. What he writes stands beside his call. @throws Refusal `not_found`; NotSaved */
export const raiseFreeSos = async (
  store: Store,
  volunteerId: string,
  op: Op,
  { point, text }: Sos,
): Promise<void> => {
  // His old link is heard as well; what he writes now is to be forgotten in its turn.
  if (text !== null) await forgetAgain(store, volunteerId, store.now())
  const kept = text === null ? {} : await store.texts.keep(op.agencyId, volunteerId, text)
  await store.ledger.change('volunteer', volunteerId, op, (state) => {
    if (state === null || state.agencyId !== op.agencyId) throw new Refusal('not_found', { volunteerId })
    return raiseVolunteerSos(state, { point, ...kept })
  })
}

/** Whether this op was heard before: for himself, or on a task that may have ended since. */
const wasHeard = async (
  { ledger, incidents }: Store,
  volunteerId: string,
  opId: string,
): Promise<boolean> => {
  if ((await ledger.done('volunteer', volunteerId, opId)) !== null) return true
  for (const incidentId of await incidents.latestOf(volunteerId))
    if ((await ledger.done('incident', incidentId, opId)) !== null) return true
  return false
}

/** "Butuh bantuan": on his task when he is out for one, else for himself. Always heard, whatever his standing. @throws NotSaved */
export const callForHelp = async (store: Store, volunteer: Volunteer, op: Op, sos: Sos): Promise<void> => {
  // A repeat may come after his task has ended, or on another one: what this op did first is all that it does.
  if (await wasHeard(store, volunteer.id, op.opId)) return
  const task = await presentTask(store, volunteer)
  if (task === null) await raiseFreeSos(store, volunteer.id, op, sos)
  else await raiseTaskSos(store, task.incidentId, op, task.who, sos)
}
