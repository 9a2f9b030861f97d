import { answerCheckin } from '../answer/answer-checkin.ts'
import { pointOf } from './input.ts'
import { presentTask } from '../answer/present-task.ts'
import { volunteerOf, type Handler } from './sender.ts'

/**
 * A sign of life: for the check-in that waits for it, also when his task is over by now; else for what he is out for.
 * @throws Refusal `not_found`
 */
export const checkinAnswered: Handler<'checkin.answered'> = async (context, sender, data, said) => {
  const { store, partnerQueries } = context
  const { volunteerRef, text = null } = data
  const volunteer = await volunteerOf(store, sender, volunteerRef)
  const asked = (await partnerQueries.checkinOf(volunteer)) ?? (await presentTask(store, volunteer))
  // Nobody asked and he is out for nothing: a good message, but one that changes nothing.
  if (asked === null) return { outcome: 'unchanged', volunteerRef }
  const answer = { point: pointOf(data), text, said }
  const { outcome } = await answerCheckin(store, asked.incidentId, sender.op, asked.who, answer)
  return { outcome, volunteerRef }
}
