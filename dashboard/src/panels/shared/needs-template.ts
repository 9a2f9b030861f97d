import type { Hazard, NeedVehicle, Skill, TaskType } from '#contracts/domain/words.ts'

/** One row of needs, as a person fills it in. */
export interface NeedRow {
  task: TaskType
  vehicle: NeedVehicle
  skill: Skill | null
  quantity: number
}

const row = (
  quantity: number,
  task: TaskType,
  vehicle: NeedVehicle = 'any',
  skill: Skill | null = null,
): NeedRow => ({ task, vehicle, skill, quantity })

/**
 * A first proposal for each hazard, to be changed by the operator. Volunteers get no task inside an active danger, so
 * fire, sea, quake and tsunami ask for watching, guiding and carrying from a safe distance only.
 */
export const needsTemplates: Record<Hazard, readonly NeedRow[]> = {
  banjir: [row(2, 'evakuasi_ringan', 'car'), row(1, 'pantau', 'motorcycle'), row(1, 'antar_bantuan')],
  banjir_rob: [row(1, 'pantau', 'motorcycle'), row(1, 'evakuasi_ringan', 'car')],
  banjir_bandang: [
    row(2, 'evakuasi_ringan', 'car'),
    row(2, 'pantau', 'motorcycle'),
    row(1, 'p3k', 'any', 'p3k'),
  ],
  tanah_longsor: [
    row(1, 'pantau', 'motorcycle'),
    row(2, 'pandu_jalur', 'motorcycle'),
    row(1, 'p3k', 'any', 'p3k'),
  ],
  angin_kencang: [row(2, 'pantau', 'motorcycle'), row(1, 'antar_bantuan', 'car')],
  siklon_tropis: [
    row(3, 'pantau', 'motorcycle'),
    row(2, 'evakuasi_ringan', 'car'),
    row(2, 'antar_bantuan', 'car'),
  ],
  gelombang_pasang: [row(1, 'pantau', 'motorcycle'), row(2, 'evakuasi_ringan', 'car')],
  pohon_tumbang: [row(1, 'pantau', 'motorcycle'), row(1, 'pandu_jalur', 'motorcycle')],
  kebakaran_permukiman: [row(2, 'pandu_jalur', 'motorcycle'), row(1, 'antar_bantuan', 'car')],
  kebakaran_lahan: [row(1, 'pantau', 'motorcycle'), row(1, 'pandu_jalur', 'motorcycle')],
  kekeringan_air_bersih: [row(2, 'antar_bantuan', 'pickup')],
  gempa_bumi: [row(3, 'pantau', 'motorcycle'), row(2, 'antar_personel', 'car'), row(2, 'p3k', 'any', 'p3k')],
  tsunami: [row(3, 'pandu_jalur', 'motorcycle'), row(3, 'evakuasi_ringan', 'car')],
  laka_lalu_lintas: [row(1, 'p3k', 'any', 'p3k'), row(1, 'pandu_jalur', 'motorcycle')],
  laka_laut: [row(1, 'pantau', 'motorcycle'), row(1, 'antar_personel', 'car')],
  orang_hilang: [row(3, 'pantau', 'motorcycle')],
  lainnya: [row(1, 'pantau', 'motorcycle')],
}

/** A row as it is sent: an existing need with its id, a new one without. */
export const needInput = ({ needId, task, vehicle, skill, quantity }: NeedRow & { needId?: string }) => ({
  ...(needId === undefined ? {} : { needId }),
  task,
  vehicle,
  skill,
  quantity,
})

/** A row to begin with when somebody adds one. */
export const plainNeed = (): NeedRow => row(1, 'pantau', 'motorcycle')
