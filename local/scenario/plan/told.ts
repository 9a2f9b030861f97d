import { chance, type Luck, pick, weighted, whole } from '../luck.ts'
import type { Hazard, Report } from '../words.ts'

/** What callers say, invented: no real event, person, number or address. */
const descriptions: Record<Hazard, readonly string[]> = {
  banjir: [
    'Air masuk rumah setinggi lutut, ada lansia di dalam.',
    'Drainase meluap ke jalan, motor tidak bisa lewat.',
    'Air naik cepat sejak hujan deras tadi, warga mulai mengungsi ke rumah tetangga.',
    'Halaman sekolah tergenang, anak-anak menunggu dijemput.',
    'Kali kecil di belakang rumah meluap, tiga rumah terendam.',
  ],
  banjir_rob: [
    'Air laut naik ke jalan depan rumah, perahu ditarik ke darat.',
    'Air pasang masuk ke dapur warga di pinggir pantai.',
    'Rob menggenangi jalan kampung, sumur warga tercampur air laut.',
  ],
  banjir_bandang: ['Air bah membawa lumpur dan batang kayu lewat kali, jembatan kecil tertutup.'],
  tanah_longsor: [
    'Tebing belakang rumah longsor, dapur tertimbun sebagian.',
    'Tanah dan batu menutup separuh jalan, masih ada yang jatuh.',
    'Talud runtuh ke halaman rumah, retakan memanjang di atasnya.',
    'Jalan turun ambles di sisi lereng, kendaraan diminta berhenti.',
  ],
  angin_kencang: [
    'Atap seng dua rumah terangkat angin, penghuni berlindung di tetangga.',
    'Baliho roboh ke badan jalan.',
    'Atap posyandu lepas, seng berserakan di jalan.',
    'Dinding rumah papan miring diterpa angin, satu keluarga butuh tempat berlindung.',
    'Tiang lampu miring dan kabel menjuntai rendah.',
  ],
  siklon_tropis: ['Angin sangat kencang sejak malam, banyak atap terbang, warga minta dievakuasi.'],
  gelombang_pasang: [
    'Ombak naik sampai tanggul, dua perahu pecah.',
    'Gelombang menghantam rumah di bibir pantai, warga minta dievakuasi.',
  ],
  pohon_tumbang: [
    'Pohon besar tumbang melintang di jalan, dua jalur tertutup.',
    'Pohon menimpa atap rumah, penghuni sudah keluar.',
    'Dahan besar jatuh mengenai kabel listrik, jalan gelap.',
    'Pohon tumbang menimpa mobil parkir, tidak ada korban.',
  ],
  kebakaran_permukiman: [
    'Api dari dapur rumah kos, asap tebal, penghuni sudah keluar.',
    'Kios terbakar di dekat pasar, api merembet ke kios sebelah.',
  ],
  kebakaran_lahan: [
    'Alang-alang terbakar di lahan kosong, asap ke arah rumah warga.',
    'Api di kebun jati mendekati kandang ternak.',
  ],
  kekeringan_air_bersih: [
    'Air tangki habis tiga hari, warga satu RT minta bantuan air bersih.',
    'Sumur kering, ada bayi dan lansia yang butuh air.',
  ],
  gempa_bumi: ['Getaran kuat terasa, dinding rumah retak, warga berkumpul di lapangan.'],
  tsunami: ['Air laut surut mendadak, warga pantai bergerak ke tempat tinggi.'],
  laka_lalu_lintas: [
    'Dua motor bertabrakan di simpang, satu orang luka di kaki.',
    'Angkot terperosok ke selokan, penumpang luka ringan.',
    'Pengendara jatuh karena jalan licin, mengeluh pusing.',
  ],
  laka_laut: ['Perahu nelayan mati mesin tidak jauh dari pantai, dua orang di dalam.'],
  orang_hilang: [
    'Anak laki-laki belum pulang sejak sore, terakhir terlihat di dekat lapangan.',
    'Kakek dengan demensia keluar rumah, keluarga sudah mencari satu jam.',
  ],
  lainnya: [
    'Sarang tawon besar di atap sekolah, anak-anak tidak berani masuk.',
    'Tumpahan oli di tikungan, beberapa motor sudah tergelincir.',
  ],
}
const pranks = [
  'Ada banjir besar di sini, cepat datang semua. Ha ha.',
  'Kucing saya di atas pohon dari pagi.',
  'Lampu jalan mati sejak minggu lalu.',
  'Katanya ada yang bilang tanah bergerak, tetapi saya tidak lihat sendiri.',
] as const
const channels = [
  ['telepon', 70],
  ['formulir', 18],
  ['media', 12],
] as const
const nearby = [
  'dekat balai RT',
  'samping musala',
  'depan gereja',
  'belakang pasar',
  'dekat jembatan',
  'seberang kios',
] as const

const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** Who calls and what is said: the description of the kind, or words that give the prank away. */
export const told = (luck: Luck, hazard: Hazard, isFalse: boolean) => {
  const channel: Report['channel'] = weighted(luck, channels)
  const description = pick(luck, isFalse ? pranks : descriptions[hazard])
  const address = `RT ${twoDigits(whole(luck, 1, 18))}/RW ${twoDigits(whole(luck, 1, 7))}, ${pick(luck, nearby)}`
  const number = whole(luck, 1, 899)
  const isNamed = chance(luck, 80)
  return {
    channel,
    description,
    address,
    // The block of numbers that belongs to nobody (local/seed/people).
    ...(isNamed && channel === 'telepon'
      ? { reporter: { name: `Warga Contoh ${number}`, phone: `+628120000${String(9000 + number)}` } }
      : {}),
  }
}
