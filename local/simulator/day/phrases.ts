import { pick, type Random } from '../random.ts'

/** What our drivers write, invented: the shape of such messages, no words of a real person. */
const phrases = {
  released: [
    'Ban bocor di jalan, tidak bisa lanjut. Mohon diganti.',
    'Ada keluarga sakit di rumah, saya harus pulang. Mohon maaf.',
    'Motor mogok kena air, saya dorong ke bengkel.',
    'Jalan yang saya lewati putus, memutar terlalu jauh.',
  ],
  failed: [
    'Akses tertutup pohon dan kabel, belum bisa masuk. Perlu TRC.',
    'Arus terlalu deras untuk dilewati, saya mundur ke tempat aman.',
    'Warga sudah dievakuasi sendiri, lokasi kosong.',
    'Kendaraan tidak cukup untuk barang bantuan, perlu mobil bak terbuka.',
  ],
  sos: [
    'Butuh bantuan, kendaraan saya terjebak air.',
    'Saya tergelincir, kaki sakit, tidak bisa jalan.',
    'Tanah bergerak lagi di belakang saya, minta bantuan.',
  ],
  well: ['Aman, lanjut bertugas.', 'Saya baik, sinyal sempat hilang.', 'Aman. Hujan deras, jalan pelan.'],
  message: [
    'Sudah di lokasi, warga membantu membersihkan jalan.',
    'Air setinggi lutut di depan balai RT, masih naik perlahan.',
    'Kabel listrik jatuh di jalan, mohon PLN diberi tahu.',
    'Perlu terpal dua lembar dan senter.',
    'Jalan bisa dilewati motor, mobil belum bisa.',
    'Dua lansia sudah saya antar ke rumah keluarga.',
  ],
} as const

export const phrase = (random: Random, about: keyof typeof phrases): string => pick(random, phrases[about])

/** What drivers see on the road. */
export const sights = [
  { hazard: 'pohon_tumbang', note: 'Dahan besar jatuh menutup satu lajur, kendaraan bergantian lewat.' },
  { hazard: 'banjir', note: 'Genangan setinggi betis di jalan, motor banyak yang mogok.' },
  { hazard: 'laka_lalu_lintas', note: 'Dua motor bersenggolan di tikungan, satu orang luka lecet.' },
  { hazard: 'tanah_longsor', note: 'Tanah dari lereng turun ke bahu jalan, mulai retak di atasnya.' },
  { hazard: 'kebakaran_lahan', note: 'Alang-alang terbakar di pinggir jalan, asap ke arah rumah warga.' },
  { hazard: 'angin_kencang', note: 'Seng atap warung terbang ke jalan, beberapa lembar masih berserakan.' },
] as const
