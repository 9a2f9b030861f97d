import type { IncidentFactOf } from '#contracts/domain/incident/facts.ts'
import { listed, type FactSentences } from '../sentences.ts'
import { labels } from './labels.ts'
import { partnerTimeline } from './partner-timeline.ts'
import { volunteerTimeline } from './volunteer-timeline.ts'

const quantity = (count: number): string => `${String(count)}×`

const despite = ({ despiteZones = [], despiteRules = [] }: IncidentFactOf<'offer.created'>['data']): string =>
  [
    despiteZones.length > 0 ? ', meski terhalang zona bahaya' : '',
    despiteRules.length > 0 ? `, meski aturan menghalangi: ${listed(labels.rule, despiteRules)}` : '',
  ].join('')

/** One sentence for each fact of an incident; `say` knows the names. */
export const timeline: FactSentences = {
  'incident.reported': ({ channel, severity }) =>
    `Dilaporkan lewat ${labels.channel[channel].toLowerCase()}, tingkat ${labels.severity[severity].toLowerCase()}`,
  'incident.corrected': (data) => {
    const parts = [
      data.hazard && `jenis menjadi ${labels.hazard[data.hazard].toLowerCase()}`,
      data.severity && `keparahan menjadi ${labels.severity[data.severity].toLowerCase()}`,
      data.place && 'lokasi',
      data.description && 'uraian',
      data.addressTextId !== undefined && 'alamat',
    ].filter((part) => typeof part === 'string')
    return `Data diubah: ${parts.join(', ')}`
  },
  'incident.verified': () => 'Laporan terverifikasi',
  'incident.rejected': ({ reason }) => `Laporan ditolak: ${labels.rejectReason[reason].toLowerCase()}`,
  'incident.marked_duplicate': () => 'Ditandai duplikat dari kejadian lain',
  'incident.duplicate_undone': () => 'Penandaan duplikat dibatalkan',
  'incident.referred': ({ to }) => `Dirujuk ke ${labels.referral[to]}`,
  'incident.dispatched': () => 'Pencarian relawan dimulai',
  'incident.responding': () => 'Relawan pertama menerima; dalam penanganan',
  'incident.controlled': () => 'Dinyatakan terkendali',
  'incident.resumed': () => 'Ditangani lagi',
  'incident.closed': () => 'Kejadian ditutup',
  'incident.cancelled': () => 'Kejadian dibatalkan',
  'incident.noted': ({ about }) =>
    ({ note: 'Catatan ditulis', message: 'Pesan dari relawan', evidence: 'Bukti diterima' })[about],
  'photo.added': () => 'Foto ditambahkan petugas',
  'trc.departed': () => 'TRC berangkat',
  'trc.arrived': () => 'TRC tiba di lokasi',
  'impact.recorded': () => 'Dampak dan kondisi dicatat',
  'deadline.missed': ({ what }) =>
    ({
      verify: 'Batas waktu verifikasi terlewati',
      dispatch: 'Batas waktu mulai mencari terlewati',
      accept: 'Batas waktu relawan lengkap terlewati',
      arrive: 'Batas waktu tiba terlewati',
      checkin: 'Cek kondisi tidak dijawab',
      trc: 'Batas waktu TRC terlewati',
      callback: 'Batas waktu telepon kembali terlewati',
      review: 'Diminta ditinjau: lama tanpa perubahan',
    })[what] ?? `Batas waktu terlewati: ${what}`,
  'need.added': (data) => `Kebutuhan ditambah: ${quantity(data.quantity)} ${labels.task[data.task]}`,
  'need.changed': (data, say) => `Kebutuhan diubah: ${quantity(data.quantity)} ${say.need(data.needId)}`,
  'need.dropped': (data, say) => `Kebutuhan dihapus: ${say.need(data.needId)}`,
  'need.asking': (data, say) => `Mencari: ${say.need(data.needId)}`,
  'need.filled': (data, say) => `Terpenuhi: ${say.need(data.needId)}`,
  'need.stalled': (data, say) => `Pencarian buntu: ${say.need(data.needId)}`,
  'need.stall_explained': (data, say) => `Masih buntu, alasan berubah: ${say.need(data.needId)}`,
  'search.repeated': ({ search }) => `Cari ulang, pencarian ke-${String(search)}`,
  'search.widened': () => 'Radius diperluas',
  'wave.opened': ({ wave, offers }) => `Gelombang ${String(wave)}: ${String(offers)} tawaran`,
  'offer.created': (data, say) =>
    data.chosenBy === 'hand'
      ? `${say.who(data.volunteerId)} dipilih manual${despite(data)}`
      : `Ditawarkan kepada ${say.who(data.volunteerId)}`,
  'offer.accepted': (data, say) => `${say.who(data.volunteerId)} menerima tugas`,
  'offer.declined': (data, say) =>
    `${say.who(data.volunteerId)} menolak: ${labels.declineReason[data.reason].toLowerCase()}`,
  'offer.expired': (data, say) =>
    data.reason === 'undelivered'
      ? `Tawaran kepada ${say.who(data.volunteerId)} tidak terkirim`
      : `${say.who(data.volunteerId)} tidak menjawab`,
  'offer.withdrawn': (data, say) => {
    const why =
      data.forIncidentId === undefined
        ? labels.endReason[data.reason].toLowerCase()
        : `lebih dibutuhkan di ${say.incident(data.forIncidentId)}`
    return `Tawaran kepada ${say.who(data.volunteerId)} ditarik: ${why}`
  },
  'acceptance.refused': ({ volunteerId, against }, say) =>
    `Jawaban ${say.who(volunteerId)} terlambat${against === undefined ? '' : `: masih ada tempat, tetapi ${listed(labels.rule, against)}`}`,
  'assignment.progressed': (data, say) =>
    `${say.who(data.volunteerId)}: ${labels.assignment[data.state].toLowerCase()}`,
  'assignment.released': (data, say) => `${say.who(data.volunteerId)} melepas tugas`,
  'assignment.failed': (data, say) => `Tugas ${say.who(data.volunteerId)} gagal`,
  'assignment.stood_down': (data, say) =>
    `${say.who(data.volunteerId)} ditarik pulang: ${labels.endReason[data.reason].toLowerCase()}`,
  'assignment.reassigned': (data, say) => `Tugas ${say.who(data.volunteerId)} dialihkan`,
  'assignment.acknowledged': (data, say) => {
    const what = data.what === 'confirmed' ? 'Konfirmasi' : 'Penarikan pulang'
    return `${what} ${data.how === 'read' ? 'dibaca' : 'sampai pada'} ${say.who(data.volunteerId)}`
  },
  'message.sent': ({ assignmentIds }) => `Pesan dikirim kepada ${String(assignmentIds.length)} relawan`,
  'checkin.requested': (data, say) => `${say.who(data.volunteerId)} ditanya kondisinya`,
  'checkin.answered': (data, say) => `${say.who(data.volunteerId)} menjawab cek kondisi`,
  'evidence.added': (data, say) =>
    `${data.kind === 'photo' ? 'Foto' : 'Catatan'} dari ${say.who(data.volunteerId)}`,
  'sos.raised': (data, say) => `${say.who(data.volunteerId)} butuh bantuan (SOS)`,
  'delivery.failed': (data, say) => {
    const what = { offer: 'Tawaran', stand_down: 'Penarikan pulang', withdrawal: 'Penarikan tawaran' }[
      data.what
    ]
    return `${what} tidak sampai pada ${say.who(data.volunteerId)}`
  },
  'callback.planned': () => 'Pelapor perlu ditelepon kembali',
  'callback.done': () => 'Pelapor sudah ditelepon kembali',
  'phone.shown': ({ volunteerId, reason }, say) =>
    `Nomor ${volunteerId === null ? 'pelapor' : say.who(volunteerId)} dibuka: ${labels.callReason[reason].toLowerCase()}`,
  'alarm.acknowledged': () => 'Peringatan ditandai dilihat',
  ...volunteerTimeline,
  ...partnerTimeline,
}
