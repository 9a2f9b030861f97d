import { raiseFreeSos, raiseTaskSos } from '../answer/raise-sos.ts'
import { pointOf } from './input.ts'
import { presentTask } from './present-task.ts'
import { volunteerOf, type Handler } from './sender.ts'

/** "Butuh bantuan": on his task when he is out for one, else for himself. Always heard, whatever his standing. */
export const callForHelp: Handler<'volunteer.sos'> = async ({ store }, sender, data) => {
  const { op } = sender
  const volunteer = await volunteerOf(store, sender, data.volunteerRef)
  const sos = { point: pointOf(data), text: data.text ?? null }
  // A repeat may come after his task has ended: what this op did first is all that it does.
  const heard = await store.ledger.done('volunteer', volunteer.id, op.opId)
  const task = heard === null ? await presentTask(store, volunteer) : null
  if (task === null) await raiseFreeSos(store, volunteer.id, op, sos)
  else await raiseTaskSos(store, task.incidentId, op, task.who, sos)
  return { outcome: 'recorded', volunteerRef: data.volunteerRef }
}
