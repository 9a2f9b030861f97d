import type { Hazard, NeedRow } from '../words.ts'

type Template = readonly Omit<NeedRow, 'quantity'>[]

const watch = { task: 'pantau', vehicle: 'motorcycle' } as const
const guide = { task: 'pandu_jalur', vehicle: 'motorcycle' } as const
const evacuate = { task: 'evakuasi_ringan', vehicle: 'car' } as const
const bring = { task: 'antar_bantuan', vehicle: 'any' } as const
const firstAid = { task: 'p3k', vehicle: 'any', skill: 'p3k' } as const

/** What each kind asks of volunteers, the most important first. None of it is inside an active danger. */
const templates: Record<Hazard, Template> = {
  banjir: [watch, evacuate, bring],
  banjir_rob: [watch, evacuate],
  banjir_bandang: [watch, evacuate, firstAid],
  tanah_longsor: [guide, watch, firstAid],
  angin_kencang: [watch, bring],
  siklon_tropis: [watch, evacuate, bring],
  gelombang_pasang: [watch, evacuate],
  pohon_tumbang: [guide, watch],
  kebakaran_permukiman: [guide, bring],
  kebakaran_lahan: [watch, guide],
  kekeringan_air_bersih: [{ task: 'antar_bantuan', vehicle: 'pickup' }, bring],
  gempa_bumi: [watch, { task: 'antar_personel', vehicle: 'car' }, firstAid],
  tsunami: [guide, evacuate],
  laka_lalu_lintas: [firstAid, guide],
  laka_laut: [watch, { task: 'antar_personel', vehicle: 'car' }],
  orang_hilang: [watch],
  lainnya: [watch],
}

/** The template of a kind, for so many volunteers: one for each row in turn. */
export const needsFor = (hazard: Hazard, slots: number): NeedRow[] =>
  templates[hazard]
    .map((row, place, rows) => ({
      ...row,
      quantity: Math.floor(slots / rows.length) + (place < slots % rows.length ? 1 : 0),
    }))
    .filter(({ quantity }) => quantity > 0)
