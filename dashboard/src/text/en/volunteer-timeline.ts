import type { VolunteerSentences } from '../sentences.ts'
import { labels } from './labels.ts'

export const volunteerTimeline: VolunteerSentences = {
  'volunteer.registered': () => 'Registered',
  'volunteer.updated': () => 'Edited',
  'volunteer.said_again': () => 'Said again by his partner',
  'volunteer.agreed': ({ to, version }) =>
    `Agreed to ${to === 'consent' ? 'the use of data' : 'the code of conduct'} (${version})`,
  'volunteer.trained': ({ course, reason }) =>
    `${course === 'dasar' ? 'Basic' : 'Advanced'} training ${reason === undefined ? 'recorded' : 'struck out: recorded by mistake'}`,
  'volunteer.duty_limited': ({ dutyLimitS }) =>
    dutyLimitS === null
      ? 'Own duty limit removed'
      : `Duty limit: ${String(Math.round(dutyLimitS / 3600))} h in 24 h`,
  'volunteer.duty_changed': ({ duty, declaredArea }, say) =>
    declaredArea === null ? labels.duty[duty] : `${labels.duty[duty]}: ${say.area(declaredArea)}`,
  'volunteer.phone_shown': ({ reason }) => `Number shown: ${labels.callReason[reason].toLowerCase()}`,
  'volunteer.activated': () => 'Activated',
  'volunteer.suspended': () => 'Suspended',
  'volunteer.reinstated': () => 'Reinstated',
  'volunteer.withdrawn': () => 'Left',
  'volunteer.sos': () => 'Needs help (SOS)',
  'volunteer.sos_acknowledged': () => 'SOS marked as seen',
}
