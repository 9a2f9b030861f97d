import type { IncidentFactOf } from '#contracts/domain/incident/facts.ts'
import { listed, type FactSentences } from '../sentences.ts'
import { labels } from './labels.ts'
import { partnerTimeline } from './partner-timeline.ts'
import { volunteerTimeline } from './volunteer-timeline.ts'

const quantity = (count: number): string => `${String(count)}×`

const despite = ({ despiteZones = [], despiteRules = [] }: IncidentFactOf<'offer.created'>['data']): string =>
  [
    despiteZones.length > 0 ? ', although a danger zone is in the way' : '',
    despiteRules.length > 0 ? `, although rules speak against it: ${listed(labels.rule, despiteRules)}` : '',
  ].join('')

export const timeline: FactSentences = {
  'incident.reported': ({ channel, severity }) =>
    `Reported (${labels.channel[channel].toLowerCase()}), severity ${labels.severity[severity].toLowerCase()}`,
  'incident.corrected': (data) => {
    const parts = [
      data.hazard && `hazard is now ${labels.hazard[data.hazard].toLowerCase()}`,
      data.severity && `severity is now ${labels.severity[data.severity].toLowerCase()}`,
      data.place && 'place',
      data.description && 'description',
      data.addressTextId !== undefined && 'address',
    ].filter((part) => typeof part === 'string')
    return `Edited: ${parts.join(', ')}`
  },
  'incident.verified': () => 'Report verified',
  'incident.rejected': ({ reason }) => `Report rejected: ${labels.rejectReason[reason].toLowerCase()}`,
  'incident.marked_duplicate': () => 'Marked as duplicate of another incident',
  'incident.duplicate_undone': () => 'Duplicate undone',
  'incident.referred': ({ to }) => `Referred to ${labels.referral[to]}`,
  'incident.dispatched': () => 'The search has started',
  'incident.responding': () => 'The first volunteer accepted; responding',
  'incident.controlled': () => 'Declared under control',
  'incident.resumed': () => 'Responding again',
  'incident.closed': () => 'Incident closed',
  'incident.cancelled': () => 'Incident cancelled',
  'incident.noted': ({ about }) =>
    ({ note: 'Note written', message: 'Message of a volunteer', evidence: 'Evidence received' })[about],
  'photo.added': () => 'Photo added by staff',
  'trc.departed': () => 'TRC departed',
  'trc.arrived': () => 'TRC arrived',
  'impact.recorded': () => 'Impact and condition recorded',
  'deadline.missed': ({ what }) =>
    ({
      verify: 'Deadline of verification missed',
      dispatch: 'Deadline of the search missed',
      accept: 'Deadline of a full team missed',
      arrive: 'Deadline of arrival missed',
      checkin: 'No answer to the check-in',
      trc: 'Deadline of the TRC missed',
      callback: 'The time to call back has passed',
      review: 'Wants a look: no change for long',
    })[what] ?? `Deadline missed: ${what}`,
  'need.added': (data) => `Need added: ${quantity(data.quantity)} ${labels.task[data.task]}`,
  'need.changed': (data, say) => `Need changed: ${quantity(data.quantity)} ${say.need(data.needId)}`,
  'need.dropped': (data, say) => `Need dropped: ${say.need(data.needId)}`,
  'need.asking': (data, say) => `Asking: ${say.need(data.needId)}`,
  'need.filled': (data, say) => `Filled: ${say.need(data.needId)}`,
  'need.stalled': (data, say) => `Search stalled: ${say.need(data.needId)}`,
  'need.stall_explained': (data, say) => `Still nobody left for ${say.need(data.needId)}, for other reasons`,
  'search.repeated': ({ search }) => `Asked again, search ${String(search)}`,
  'search.widened': () => 'Radius widened',
  'wave.opened': ({ wave, offers }) => `Wave ${String(wave)}: ${String(offers)} offers`,
  'offer.created': (data, say) =>
    data.chosenBy === 'hand'
      ? `${say.who(data.volunteerId)} chosen by hand${despite(data)}`
      : `Offered to ${say.who(data.volunteerId)}`,
  'offer.accepted': (data, say) => `${say.who(data.volunteerId)} accepted`,
  'offer.declined': (data, say) =>
    `${say.who(data.volunteerId)} declined: ${labels.declineReason[data.reason].toLowerCase()}`,
  'offer.expired': (data, say) =>
    data.reason === 'undelivered'
      ? `The offer to ${say.who(data.volunteerId)} was not delivered`
      : `${say.who(data.volunteerId)} did not answer`,
  'offer.withdrawn': (data, say) => {
    const why =
      data.forIncidentId === undefined
        ? labels.endReason[data.reason].toLowerCase()
        : `needed more at ${say.incident(data.forIncidentId)}`
    return `The offer to ${say.who(data.volunteerId)} was withdrawn: ${why}`
  },
  'acceptance.refused': ({ volunteerId, against }, say) =>
    `${say.who(volunteerId)} answered too late${against === undefined ? '' : `: there was still room, but ${listed(labels.rule, against)}`}`,
  'assignment.progressed': (data, say) =>
    `${say.who(data.volunteerId)}: ${labels.assignment[data.state].toLowerCase()}`,
  'assignment.released': (data, say) => `${say.who(data.volunteerId)} gave the task back`,
  'assignment.failed': (data, say) => `The task of ${say.who(data.volunteerId)} failed`,
  'assignment.stood_down': (data, say) =>
    `${say.who(data.volunteerId)} was stood down: ${labels.endReason[data.reason].toLowerCase()}`,
  'assignment.reassigned': (data, say) => `The task of ${say.who(data.volunteerId)} was reassigned`,
  'assignment.acknowledged': (data, say) => {
    const what = data.what === 'confirmed' ? 'Confirmation' : 'Stand-down'
    return `${what} ${data.how === 'read' ? 'read by' : 'delivered to'} ${say.who(data.volunteerId)}`
  },
  'message.sent': ({ assignmentIds }) => `Message to ${String(assignmentIds.length)} of the team`,
  'checkin.requested': (data, say) => `${say.who(data.volunteerId)} asked whether safe`,
  'checkin.answered': (data, say) => `${say.who(data.volunteerId)} answered the check-in`,
  'evidence.added': (data, say) =>
    `${data.kind === 'photo' ? 'Photo' : 'Note'} from ${say.who(data.volunteerId)}`,
  'sos.raised': (data, say) => `${say.who(data.volunteerId)} needs help (SOS)`,
  'delivery.failed': (data, say) => {
    const what = { offer: 'Offer', stand_down: 'Stand-down', withdrawal: 'Withdrawal' }[data.what]
    return `${what} not delivered to ${say.who(data.volunteerId)}`
  },
  'callback.planned': () => 'The reporter is to be called back',
  'callback.done': () => 'The reporter was called back',
  'phone.shown': ({ volunteerId, reason }, say) =>
    `Number of ${volunteerId === null ? 'the reporter' : say.who(volunteerId)} shown: ${labels.callReason[reason].toLowerCase()}`,
  'alarm.acknowledged': () => 'Alarm marked as seen',
  ...volunteerTimeline,
  ...partnerTimeline,
}
