import type { Hazard, TaskType } from '#contracts/domain/words.ts'
import type { Locale } from './labels/labels.ts'

type Notes = Record<Locale, readonly string[]>

/** Said before every task: volunteers go into no active danger without the agency's own team. */
const always: Notes = {
  id: ['Utamakan keselamatan Anda. Jangan masuk area bahaya tanpa TRC BPBD.'],
  en: ['Your own safety comes first. Do not enter the danger area without the BPBD quick reaction team.'],
}

const byHazard: Record<Hazard, Notes> = {
  banjir: {
    id: [
      'Jangan menerobos air di atas lutut atau arus deras.',
      'Jauhi kabel dan tiang listrik yang terendam.',
    ],
    en: [
      'Do not go through water above the knee or strong current.',
      'Keep away from cables and poles in water.',
    ],
  },
  banjir_rob: {
    id: ['Perhatikan jam pasang; siapkan jalan keluar.', 'Jangan parkir di tepi pantai.'],
    en: ['Mind the hour of high tide; keep a way out.', 'Do not park at the shore.'],
  },
  banjir_bandang: {
    id: ['Jauhi alur sungai dan jembatan; banjir susulan dapat datang tiba-tiba.'],
    en: ['Keep away from river beds and bridges; another surge may come suddenly.'],
  },
  tanah_longsor: {
    id: ['Jangan berhenti di bawah atau di tepi lereng.', 'Menjauh bila ada retakan atau suara gemuruh.'],
    en: ['Do not stop below or at the edge of a slope.', 'Leave when you see cracks or hear rumbling.'],
  },
  angin_kencang: {
    id: [
      'Hindari pohon, baliho, dan atap yang longgar.',
      'Pelankan kendaraan; berlindung bila angin menguat.',
    ],
    en: ['Avoid trees, billboards and loose roofs.', 'Ride slowly; take shelter when the wind grows.'],
  },
  siklon_tropis: {
    id: ['Bergerak hanya bila angin mereda dan posko mengizinkan.', 'Hindari pohon, baliho, dan pantai.'],
    en: [
      'Move only when the wind eases and the command post agrees.',
      'Avoid trees, billboards and the shore.',
    ],
  },
  gelombang_pasang: {
    id: ['Jaga jarak dari bibir pantai dan dermaga.'],
    en: ['Keep a distance from the waterline and piers.'],
  },
  pohon_tumbang: {
    id: ['Anggap semua kabel yang jatuh bertegangan.', 'Jangan berdiri di bawah dahan yang tersangkut.'],
    en: ['Treat every fallen cable as live.', 'Do not stand below branches that hang loose.'],
  },
  kebakaran_permukiman: {
    id: ['Jangan masuk bangunan atau mendekati api dan asap.', 'Beri jalan bagi mobil pemadam.'],
    en: ['Do not enter buildings or go near fire and smoke.', 'Keep the way free for fire engines.'],
  },
  kebakaran_lahan: {
    id: ['Tetap di sisi datangnya angin; jauhi asap tebal.', 'Siapkan jalan keluar sebelum mendekat.'],
    en: ['Stay upwind; keep out of thick smoke.', 'Know your way out before you come near.'],
  },
  kekeringan_air_bersih: {
    id: ['Bawa air minum dan beristirahat di tempat teduh.'],
    en: ['Carry drinking water and rest in the shade.'],
  },
  gempa_bumi: {
    id: [
      'Waspadai gempa susulan; jauhi bangunan retak.',
      'Bila di pantai dan guncangan kuat, segera ke tempat tinggi.',
    ],
    en: [
      'Expect aftershocks; keep away from cracked buildings.',
      'Near the shore after strong shaking, go to high ground.',
    ],
  },
  tsunami: {
    id: ['Tetap di tempat tinggi sampai peringatan dicabut secara resmi.'],
    en: ['Stay on high ground until the warning is officially lifted.'],
  },
  laka_lalu_lintas: {
    id: [
      'Parkir di tempat aman dan nyalakan lampu darurat.',
      'Jangan memindahkan korban kecuali ada bahaya langsung.',
    ],
    en: [
      'Park in a safe place with hazard lights on.',
      'Do not move the injured unless danger is immediate.',
    ],
  },
  laka_laut: {
    id: ['Tetap di darat; pertolongan di laut dilakukan tim SAR.'],
    en: ['Stay on land; rescue at sea is for the SAR team.'],
  },
  orang_hilang: {
    id: ['Cari berdua atau lebih dan kabari posko secara berkala.'],
    en: ['Search in pairs and report to the command post regularly.'],
  },
  lainnya: {
    id: ['Amati dari jarak aman dan ikuti arahan posko.'],
    en: ['Observe from a safe distance and follow the command post.'],
  },
}

const byTask: Record<TaskType, Notes> = {
  pantau: {
    id: ['Cukup amati dan laporkan dari tempat aman.'],
    en: ['Observe and report from a safe place; nothing more.'],
  },
  antar_bantuan: {
    id: ['Ikat muatan dengan kuat dan jangan melebihi kapasitas.'],
    en: ['Fasten the load well and do not overload.'],
  },
  evakuasi_ringan: {
    id: ['Bawa hanya orang yang dapat duduk sendiri; selain itu tunggu ambulans.'],
    en: ['Carry only people who can sit by themselves; else wait for the ambulance.'],
  },
  p3k: {
    id: ['Pakai sarung tangan; bertindak sesuai pelatihan Anda.'],
    en: ['Wear gloves; act within your training.'],
  },
  antar_personel: {
    id: ['Helm untuk setiap penumpang; patuhi batas kecepatan.'],
    en: ['A helmet for every passenger; keep to the speed limit.'],
  },
  pandu_jalur: {
    id: ['Pakai rompi dan berdiri di tempat yang terlihat pengendara.'],
    en: ['Wear a vest and stand where drivers can see you.'],
  },
}

/** What a volunteer should know before he goes: in general, for this hazard, for this task. */
export const safetyNotes = (hazard: Hazard, task: TaskType, locale: Locale = 'id'): string[] => [
  ...always[locale],
  ...byHazard[hazard][locale],
  ...byTask[task][locale],
]
