import { english } from '#contracts/wire/labels/en.ts'
import { indonesian } from '#contracts/wire/labels/id.ts'
import type { Wide } from '../text/catalogue.ts'
import type { PeopleState } from './model.ts'

const people = {
  off: 'Tidak siaga',
  on_duty: 'Siaga',
  asked: 'Ditawari',
  on_task: 'Bertugas',
  sos: 'Butuh bantuan',
} satisfies Record<PeopleState, string>

const id = {
  title: 'Peta kota',
  loading: 'Memuat peta…',
  failed: 'Peta tidak dapat digambar di perangkat ini. Daftar kejadian tetap lengkap.',
  summary: (incidents: string, people: string) =>
    `Peta. ${incidents}. ${people}. Kejadian yang sama dapat dibuka dari daftar.`,
  incidents: (count: number) => (count === 0 ? 'Tidak ada kejadian' : `${String(count)} kejadian`),
  crowd: (count: number, worst: string) => `${String(count)} kejadian di sini, terberat ${worst}`,
  nobody: 'tidak ada',
  zoomIn: 'Perbesar',
  zoomOut: 'Perkecil',
  wholeCity: 'Seluruh kota',
  legend: 'Legenda',
  incidentGroup: 'Kejadian',
  peopleGroup: 'Relawan',
  people,
  stale: 'Posisi lama (> 5 mnt)',
  declared: 'Hanya wilayah',
  declaredOnly: 'posisi tidak diketahui, hanya wilayah',
  lastSeen: (time: string) => `terakhir ${time}`,
  count: 'Jumlah siaga',
  zone: 'Zona bahaya',
  coverageGroup: 'Relawan bebas yang sampai tepat waktu',
  coverage: { none: 'Kosong', thin: 'Tipis (1–2)', fair: 'Cukup (3+)' },
  facilityGroup: 'Fasilitas',
  facility: indonesian.facility,
  shore: 'Garis pantai: GSHHG (LGPL)',
  estimated: 'Batas perkiraan',
  streetsFailed: 'Peta jalan tidak dapat dimuat. Peta dasar bawaan dipakai.',
  again: 'Coba lagi',
  boundaries: (source: string | null) => `Batas: ${source ?? 'berkas instansi'}`,
  pickHint: 'Klik peta, atau geser dengan panah lalu Enter',
  pickMiddle: 'Pakai titik tengah',
}

export type MapText = Wide<typeof id>

const en: MapText = {
  title: 'City map',
  loading: 'Loading the map…',
  failed: 'The map cannot be drawn on this device. The list of incidents is complete.',
  summary: (incidents, people) =>
    `Map. ${incidents}. ${people}. The same incidents can be opened from the list.`,
  incidents: (count) =>
    count === 0 ? 'No incidents' : count === 1 ? '1 incident' : `${String(count)} incidents`,
  crowd: (count, worst) => `${String(count)} incidents here, the gravest ${worst}`,
  nobody: 'nobody',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  wholeCity: 'Whole city',
  legend: 'Legend',
  incidentGroup: 'Incidents',
  peopleGroup: 'Volunteers',
  people: { off: 'Off duty', on_duty: 'On duty', asked: 'Asked', on_task: 'On task', sos: 'Needs help' },
  stale: 'Old position (> 5 min)',
  declared: 'Area only',
  declaredOnly: 'position not known, area only',
  lastSeen: (time) => `last ${time}`,
  count: 'Number on duty',
  zone: 'Danger zone',
  coverageGroup: 'Free volunteers who arrive in time',
  coverage: { none: 'Empty', thin: 'Thin (1–2)', fair: 'Enough (3+)' },
  facilityGroup: 'Facilities',
  facility: english.facility,
  shore: 'Shoreline: GSHHG (LGPL)',
  estimated: 'Estimated boundaries',
  streetsFailed: 'The street map cannot be loaded. The built-in map is shown.',
  again: 'Try again',
  boundaries: (source) => `Boundaries: ${source ?? 'agency file'}`,
  pickHint: 'Click the map, or move it by arrows and press Enter',
  pickMiddle: 'Use the middle',
}

/** The map's words; complete in both languages by type. */
export const mapText: Record<'id' | 'en', MapText> = { id, en }
