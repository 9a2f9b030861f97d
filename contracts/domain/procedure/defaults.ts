import { defaultSla } from '../sla.ts'
import type { NeedVehicle, Skill, TaskType } from '../words.ts'
import type { NeedRow, ProcedureSettings } from './settings.ts'

const row = (
  quantity: number,
  task: TaskType,
  vehicle: NeedVehicle = 'any',
  skill: Skill | null = null,
): NeedRow => ({ task, vehicle, skill, quantity })

/**
 * What every agency begins with. Volunteers get no task inside an active danger, so fire, sea, quake and tsunami ask for
 * watching, guiding and carrying from a safe distance only.
 */
export const firstProcedure: ProcedureSettings = {
  sla: defaultSla,
  needs: {
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
    gempa_bumi: [
      row(3, 'pantau', 'motorcycle'),
      row(2, 'antar_personel', 'car'),
      row(2, 'p3k', 'any', 'p3k'),
    ],
    tsunami: [row(3, 'pandu_jalur', 'motorcycle'), row(3, 'evakuasi_ringan', 'car')],
    laka_lalu_lintas: [row(1, 'p3k', 'any', 'p3k'), row(1, 'pandu_jalur', 'motorcycle')],
    laka_laut: [row(1, 'pantau', 'motorcycle'), row(1, 'antar_personel', 'car')],
    orang_hilang: [row(3, 'pantau', 'motorcycle')],
    lainnya: [row(1, 'pantau', 'motorcycle')],
  },
}
