import { z } from 'zod'
import type { RefusalCode } from '#contracts/domain/refusal.ts'
import type { Locale } from './labels/labels.ts'

/** RFC 9457 problem details. `code` is stable, `id` is in the log, `title` is Indonesian and `titleEn` English. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  titleEn: z.string(),
  status: z.int(),
  code: z.string(),
  id: z.string(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  detail: z.record(z.string(), z.unknown()).optional(),
})
export type Problem = z.infer<typeof Problem>

/** What a person reads of it. */
export const titleIn = (locale: Locale, { title, titleEn }: Pick<Problem, 'title' | 'titleEn'>): string =>
  locale === 'en' ? titleEn : title

export interface ProblemKind {
  status: number
  id: string
  en: string
}

/** Problems that are not refusals of the domain. */
export const problems = {
  invalid: { status: 400, id: 'Isian tidak sesuai.', en: 'The input does not fit.' },
  malformed: { status: 400, id: 'Permintaan tidak dapat dibaca.', en: 'The request cannot be read.' },
  bad_headers: {
    status: 400,
    id: 'Header keamanan tidak sesuai.',
    en: 'The security headers are malformed.',
  },
  not_signed_in: { status: 401, id: 'Anda belum masuk.', en: 'You are not signed in.' },
  bad_credentials: {
    status: 401,
    id: 'Nama pengguna atau kata sandi salah.',
    en: 'The sign-in name or password is wrong.',
  },
  bad_signature: { status: 401, id: 'Tanda tangan tidak sah.', en: 'The signature is not valid.' },
  forbidden: {
    status: 403,
    id: 'Peran Anda tidak boleh melakukan ini.',
    en: 'Your role may not do this.',
  },
  partner_disabled: { status: 403, id: 'Mitra dinonaktifkan.', en: 'The partner is disabled.' },
  no_route: { status: 404, id: 'Alamat tidak ada.', en: 'There is no such address.' },
  not_found: { status: 404, id: 'Data tidak ditemukan.', en: 'It was not found.' },
  method: { status: 405, id: 'Metode tidak berlaku.', en: 'This method is not allowed.' },
  too_large: { status: 413, id: 'Kiriman terlalu besar.', en: 'The body is too large.' },
  unsupported_type: {
    status: 415,
    id: 'Jenis isi kiriman tidak didukung.',
    en: 'This content type is not taken here.',
  },
  id_reused: {
    status: 422,
    id: 'Kunci yang sama dipakai untuk isi yang berbeda.',
    en: 'The same id was used for another body.',
  },
  too_many: {
    status: 429,
    id: 'Terlalu banyak permintaan. Tunggu sebentar.',
    en: 'Too many requests. Wait a little.',
  },
  unexpected: {
    status: 500,
    id: 'Terjadi galat. Perubahan mungkin belum tersimpan; periksa lalu coba lagi.',
    en: 'Something went wrong. The change may not be saved; check and try again.',
  },
  not_saved: {
    status: 503,
    id: 'Belum tersimpan. Kirim lagi.',
    en: 'Not saved. Send it again.',
  },
} as const satisfies Record<string, ProblemKind>
export type ProblemCode = keyof typeof problems

/** How a refusal of the domain is said over HTTP. */
export const refusalProblems = {
  not_found: problems.not_found,
  not_yours: problems.not_found,
  illegal_move: {
    status: 409,
    id: 'Langkah ini tidak berlaku pada status sekarang.',
    en: 'This step is not possible in the present state.',
  },
  already_done: { status: 409, id: 'Sudah dilakukan.', en: 'It was done already.' },
  closed_incident: { status: 409, id: 'Kejadian sudah berakhir.', en: 'The incident has ended.' },
  no_needs: {
    status: 409,
    id: 'Isi kebutuhan relawan lebih dahulu.',
    en: 'Set the volunteers needed first.',
  },
  unknown_need: { status: 409, id: 'Kebutuhan itu tidak ada.', en: 'There is no such need.' },
  too_many_slots: {
    status: 409,
    id: 'Paling banyak 200 posisi untuk satu kejadian.',
    en: 'At most 200 slots for one incident.',
  },
  too_many_offers: {
    status: 409,
    id: 'Paling banyak 1.000 tawaran terbuka untuk satu kejadian.',
    en: 'At most 1,000 open offers for one incident.',
  },
  already_asked: {
    status: 409,
    id: 'Relawan ini sudah ditawari dalam pencarian ini.',
    en: 'This volunteer was asked already in this search.',
  },
  busy: {
    status: 409,
    id: 'Orang ini sedang terikat tawaran atau tugas lain.',
    en: 'This person is bound to another offer or task.',
  },
  need_filled: { status: 409, id: 'Kebutuhan sudah terpenuhi.', en: 'The need is filled.' },
  terminal: {
    status: 409,
    id: 'Tawaran atau tugas ini sudah berakhir.',
    en: 'This offer or task has ended.',
  },
  unfit: {
    status: 409,
    id: 'Relawan tidak dapat dikirim: tidak aktif, tidak siaga, kendaraan atau keahlian tidak cocok.',
    en: 'The volunteer cannot be sent: not active, not on duty, wrong vehicle or skill.',
  },
  danger_zone: {
    status: 409,
    id: 'Zona bahaya menghalangi perjalanannya: sebutkan zona itu bila tetap dikirim.',
    en: 'Danger zones bar the way: name them to send this volunteer all the same.',
  },
  against_rules: {
    status: 409,
    id: 'Dokumen, waktu istirahat, atau batas siaga relawan ini tidak terpenuhi: sebutkan bila tetap dikirim.',
    en: 'Papers, rest or the limit on duty speak against it: name each of them to send this volunteer all the same.',
  },
  confirm_stand_down: {
    status: 409,
    id: 'Relawan sudah berangkat: pilih siapa yang ditarik pulang.',
    en: 'People are on their way: choose who is stood down.',
  },
  team_out: {
    status: 409,
    id: 'Masih ada relawan bertugas: tarik pulang atau tunggu selesai.',
    en: 'People are still out: stand them down or wait for them.',
  },
  self_duplicate: {
    status: 409,
    id: 'Kejadian tidak dapat menjadi duplikat dirinya atau duplikat lain.',
    en: 'An incident cannot be a duplicate of itself or of a duplicate.',
  },
  has_duplicates: {
    status: 409,
    id: 'Kejadian ini menjadi rujukan duplikat lain: batalkan penggabungan itu lebih dahulu.',
    en: 'Other incidents are duplicates of this one: take those merges back first.',
  },
  outdated: {
    status: 409,
    id: 'Sudah diubah orang lain. Lihat yang terbaru, lalu ulangi.',
    en: 'Somebody else changed it meanwhile. Look at it anew, then repeat.',
  },
  nothing_to_change: { status: 409, id: 'Tidak ada yang berubah.', en: 'Nothing changes.' },
  already_registered: { status: 409, id: 'Relawan sudah terdaftar.', en: 'Registered already.' },
  person_busy: {
    status: 409,
    id: 'Orang ini sedang bertugas; belum dapat diubah.',
    en: 'This person is bound to a task; it cannot change now.',
  },
  suspended: { status: 409, id: 'Relawan tidak aktif.', en: 'The volunteer is not active.' },
  unknown_alarm: { status: 409, id: 'Peringatan itu sudah tidak ada.', en: 'That alarm is gone.' },
  outside_area: {
    status: 409,
    id: 'Titik lokasi berada di luar wilayah.',
    en: 'The point lies outside the area.',
  },
  login_taken: { status: 409, id: 'Nama pengguna sudah dipakai.', en: 'The sign-in name is taken.' },
  last_admin: {
    status: 409,
    id: 'Administrator terakhir tidak dapat dihapus.',
    en: 'The last administrator cannot be removed.',
  },
  nobody_out: {
    status: 409,
    id: 'Tidak ada relawan yang sedang bertugas untuk dihubungi.',
    en: 'Nobody who is meant is out for this incident.',
  },
  too_much_evidence: {
    status: 409,
    id: 'Paling banyak 50 catatan dan foto untuk satu penugasan.',
    en: 'At most 50 notes and photos for one assignment.',
  },
  too_many_messages: {
    status: 409,
    id: 'Paling banyak 200 pesan untuk satu penugasan: telepon posko.',
    en: 'At most 200 messages for one assignment: telephone the command post.',
  },
  too_many_photos: {
    status: 409,
    id: 'Petugas dapat menambah paling banyak 100 foto untuk satu kejadian.',
    en: 'Staff may add 100 photos to one incident at most.',
  },
  no_agreement: {
    status: 409,
    id: 'Catat dahulu persetujuan data dan kode etik relawan.',
    en: 'Record consent and code of conduct first.',
  },
  on_task: {
    status: 409,
    id: 'Relawan masih bertugas: tarik pulang atau alihkan tugasnya lebih dahulu.',
    en: 'The volunteer is out on a task: call him home or hand the task over first.',
  },
  no_endpoint: {
    status: 409,
    id: 'Mitra belum mempunyai alamat tujuan.',
    en: 'The partner has no endpoint yet.',
  },
  not_answered: {
    status: 409,
    id: 'Alamat baru belum menjawab ping bertanda tangan.',
    en: 'The new address has not answered the signed ping.',
  },
  not_checked: {
    status: 409,
    id: 'Tidak ada alamat teruji yang menunggu persetujuan.',
    en: 'No checked address waits for approval.',
  },
  second_person: {
    status: 409,
    id: 'Alamat baru harus disetujui administrator lain.',
    en: 'Another administrator must approve the new address.',
  },
  two_secrets: {
    status: 409,
    id: 'Sudah ada dua kunci aktif untuk arah ini: pensiunkan yang lama lebih dahulu.',
    en: 'Two secrets are active in this direction: retire the old one first.',
  },
  last_secret: {
    status: 409,
    id: 'Kunci terakhir tidak dapat dipensiunkan: tambahkan kunci baru lebih dahulu.',
    en: 'The last secret cannot be retired: add a new one first.',
  },
  zone_times: {
    status: 409,
    id: 'Zona bahaya harus berakhir setelah mulai, belum lewat, dan paling lama 30 hari.',
    en: 'A danger zone must end after it begins, lie ahead, and last 30 days at most.',
  },
  weather_end: {
    status: 409,
    id: 'Sebutkan sampai kapan cuaca ini diperhitungkan.',
    en: 'Say until when this weather counts.',
  },
  shift_open: {
    status: 409,
    id: 'Piket masih berjalan: serah terimakan lebih dahulu.',
    en: 'A shift is running: hand it over first.',
  },
  no_reporter: {
    status: 409,
    id: 'Pelapor kejadian ini tidak tercatat.',
    en: 'Nobody is known who reported it.',
  },
  not_taking_part: {
    status: 409,
    id: 'Nomor hanya dibuka untuk orang yang terlibat atau sedang siaga.',
    en: 'A number is shown only of people who take part or are on duty.',
  },
  log_full: {
    status: 409,
    id: 'Log satu piket paling banyak 500 entri.',
    en: 'The log of one shift holds 500 entries at most.',
  },
} as const satisfies Record<RefusalCode, ProblemKind>
