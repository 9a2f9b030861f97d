import type { VolunteerSentences } from '../sentences.ts'
import { labels } from './labels.ts'

/** One sentence for each fact of a volunteer. */
export const volunteerTimeline: VolunteerSentences = {
  'volunteer.registered': () => 'Terdaftar',
  'volunteer.updated': () => 'Data diubah',
  'volunteer.duty_changed': ({ duty, declaredArea }, say) =>
    declaredArea === null ? labels.duty[duty] : `${labels.duty[duty]}: ${say.area(declaredArea)}`,
  'volunteer.activated': () => 'Diaktifkan',
  'volunteer.suspended': () => 'Ditangguhkan',
  'volunteer.reinstated': () => 'Dipulihkan',
  'volunteer.withdrawn': () => 'Mundur',
  'volunteer.sos': () => 'Butuh bantuan (SOS)',
  'volunteer.sos_acknowledged': () => 'SOS ditandai dilihat',
}
