import { z } from 'zod'

/** The closed lists of the field. Codes are stored for ever: add, never rename. Labels live in contracts/wire/labels. */
export const hazards = [
  'banjir',
  'banjir_rob',
  'banjir_bandang',
  'tanah_longsor',
  'angin_kencang',
  'siklon_tropis',
  'gelombang_pasang',
  'pohon_tumbang',
  'kebakaran_permukiman',
  'kebakaran_lahan',
  'kekeringan_air_bersih',
  'gempa_bumi',
  'tsunami',
  'laka_lalu_lintas',
  'laka_laut',
  'orang_hilang',
  'lainnya',
] as const
export const severities = ['rendah', 'sedang', 'tinggi', 'kritis'] as const
export const taskTypes = [
  'pantau',
  'antar_bantuan',
  'evakuasi_ringan',
  'p3k',
  'antar_personel',
  'pandu_jalur',
] as const
export const vehicles = ['motorcycle', 'car', 'pickup'] as const
export const skills = ['p3k', 'perawat', 'berenang', 'evakuasi_air', 'mekanik', 'radio'] as const
export const channels = [
  'telepon',
  'formulir',
  'operator',
  'relawan',
  'mitra',
  'media',
  'peringatan',
] as const
export const rejectReasons = ['bukan_kedaruratan', 'palsu'] as const
export const referrals = ['damkar', 'sar', 'polri', 'pln', 'pupr', 'dinas_kesehatan'] as const
/** Why somebody calls a person whose number the screens show masked; `lainnya` wants words. */
export const callReasons = [
  'koordinasi',
  'konfirmasi_laporan',
  'telepon_balik',
  'keselamatan',
  'data_relawan',
  'lainnya',
] as const
export const declineReasons = ['on_trip', 'too_far', 'unsafe', 'personal', 'vehicle', 'other'] as const
export const facilityTypes = ['rumah_sakit', 'posko_bpbd', 'bandara', 'pelabuhan'] as const

export const Hazard = z.enum(hazards)
export const Severity = z.enum(severities)
export const TaskType = z.enum(taskTypes)
export const Vehicle = z.enum(vehicles)
/** What a need may ask for: one kind of vehicle, or none in particular. */
export const NeedVehicle = z.enum([...vehicles, 'any'])
export const Skill = z.enum(skills)
export const IntakeChannel = z.enum(channels)
export const RejectReason = z.enum(rejectReasons)
export const Referral = z.enum(referrals)
export const CallReason = z.enum(callReasons)
export const DeclineReason = z.enum(declineReasons)

export type Hazard = z.infer<typeof Hazard>
export type Severity = z.infer<typeof Severity>
export type TaskType = z.infer<typeof TaskType>
export type Vehicle = z.infer<typeof Vehicle>
export type NeedVehicle = z.infer<typeof NeedVehicle>
export type Skill = z.infer<typeof Skill>
export type IntakeChannel = z.infer<typeof IntakeChannel>
export type RejectReason = z.infer<typeof RejectReason>
export type Referral = z.infer<typeof Referral>
export type CallReason = z.infer<typeof CallReason>
export type DeclineReason = z.infer<typeof DeclineReason>
