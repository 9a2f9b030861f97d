import { callForHelp as call } from '../answer/raise-sos.ts'
import { pointOf } from './input.ts'
import { volunteerOf, type Handler } from './sender.ts'

/** "Butuh bantuan" through his platform (see callForHelp). */
export const callForHelp: Handler<'volunteer.sos'> = async ({ store }, sender, data) => {
  const volunteer = await volunteerOf(store, sender, data.volunteerRef)
  await call(store, volunteer, sender.op, { point: pointOf(data), text: data.text ?? null })
  return { outcome: 'recorded', volunteerRef: data.volunteerRef }
}
