import { indonesian } from '#contracts/wire/labels/id.ts'
import { reportIncident } from '../incident/report-incident.ts'
import { pastInstant } from './input.ts'
import { volunteerOf, type Handler } from './sender.ts'

/**
 * A driver has seen something ("mata dan telinga"): a report like any other, to be verified. What a synthetic driver of a
 * sandbox partner sees is a drill. @throws Refusal `not_found`, `outside_area`
 */
export const observeIncident: Handler<'incident.observed'> = async (context, sender, data) => {
  const { store, clock } = context
  const { partner, op } = sender
  const { id: volunteerId } = await volunteerOf(store, sender, data.volunteerRef)
  const { lat, lng, hazard, note } = data
  const { id } = await reportIncident(context, op, {
    hazard,
    // Nobody has judged it yet: the gate corrects it.
    severity: 'sedang',
    place: { lat, lng },
    description: note ?? `${indonesian.hazard[hazard]}, dilaporkan relawan`,
    channel: 'relawan',
    reporterId: volunteerId,
    occurredAt: pastInstant(data.at, clock.now()),
    drill: partner.sandbox,
    verified: false,
  })
  return { outcome: 'recorded', incidentId: id, volunteerRef: data.volunteerRef }
}
