import type { VolunteerSentences } from '../sentences.ts'
import { labels } from './labels.ts'

export const volunteerTimeline: VolunteerSentences = {
  'volunteer.registered': () => 'Registered',
  'volunteer.updated': () => 'Edited',
  'volunteer.duty_changed': ({ duty, declaredArea }, say) =>
    declaredArea === null ? labels.duty[duty] : `${labels.duty[duty]}: ${say.area(declaredArea)}`,
  'volunteer.activated': () => 'Activated',
  'volunteer.suspended': () => 'Suspended',
  'volunteer.reinstated': () => 'Reinstated',
  'volunteer.withdrawn': () => 'Left',
  'volunteer.sos': () => 'Needs help (SOS)',
  'volunteer.sos_acknowledged': () => 'SOS marked as seen',
}
