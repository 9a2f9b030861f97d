import type { VolunteerSentences } from '../sentences.ts'
import { labels } from './labels.ts'

/** One sentence for each fact of a volunteer. */
export const volunteerTimeline: VolunteerSentences = {
  'volunteer.registered': () => 'Terdaftar',
  'volunteer.updated': () => 'Data diubah',
  'volunteer.said_again': () => 'Ditegaskan lagi oleh mitranya',
  'volunteer.agreed': ({ to, version }) =>
    `Menyetujui ${to === 'consent' ? 'penggunaan data' : 'kode etik'} (${version})`,
  'volunteer.trained': ({ course, reason }) =>
    `Pelatihan ${course} ${reason === undefined ? 'dicatat' : 'dicoret: salah catat'}`,
  'volunteer.duty_limited': ({ dutyLimitS }) =>
    dutyLimitS === null
      ? 'Batas siaga sendiri dihapus'
      : `Batas siaga: ${String(Math.round(dutyLimitS / 3600))} jam dalam 24 jam`,
  'volunteer.duty_changed': ({ duty, declaredArea }, say) =>
    declaredArea === null ? labels.duty[duty] : `${labels.duty[duty]}: ${say.area(declaredArea)}`,
  'volunteer.phone_shown': ({ reason }) => `Nomor dibuka: ${labels.callReason[reason].toLowerCase()}`,
  'volunteer.activated': () => 'Diaktifkan',
  'volunteer.suspended': () => 'Ditangguhkan',
  'volunteer.reinstated': () => 'Dipulihkan',
  'volunteer.withdrawn': () => 'Mundur',
  'volunteer.sos': () => 'Butuh bantuan (SOS)',
  'volunteer.sos_acknowledged': () => 'SOS ditandai dilihat',
}
