import { describe, expect, it } from 'vitest'
import type { Impact } from '#contracts/domain/incident/impact.ts'
import kupang from '../../../local/data/kupang.json' with { type: 'json' }
import { recapText } from '../../../api/queries/reports/recap-text.ts'
import { reportedIn } from '../../../api/queries/reports/reported.ts'
import { sitrepText } from '../../../api/queries/reports/sitrep-text.ts'
import { notCounted, noWords } from '../../world/no-damage.ts'
import { after, asOf, fact, ledgerOf, reported, storm, T0 } from './told.ts'

const agency = {
  name: 'BPBD Kota Kupang',
  addressees: ['Wali Kota Kupang', 'Kepala Pelaksana BPBD Provinsi NTT'],
  kelurahan: kupang.kelurahan,
}
const texts = {
  txt_1: 'Pohon tumbang menimpa dua rumah saat hujan disertai angin kencang.',
  txt_2: 'Terkendali, pembersihan berlangsung.',
  txt_3: 'Terpal',
}
const at = (minute: number): string => {
  const told = asOf(storm(), minute)
  return sitrepText({ agency, incident: told.incident, texts, at: told.at })
}

describe('the situation report of one incident', () => {
  it('is written character for character in the form in use', () => {
    expect(at(85)).toBe(`Yth. 1. Wali Kota Kupang
     2. Kepala Pelaksana BPBD Provinsi NTT

Mohon izin melaporkan Update Kejadian Bencana
Rilis laporan: Sabtu, 17 Januari 2026 pukul 14.05 WITA

■ JENIS KEJADIAN
Angin kencang
■ WAKTU KEJADIAN
Sabtu, 17 Januari 2026 pukul 12.40 WITA
■ LOKASI KEJADIAN
Kel. Namosain, Kec. Alak, Kota Kupang
■ LETAK GEOGRAFI
-10.1757, 123.5534
■ KRONOLOGI
Pohon tumbang menimpa dua rumah saat hujan disertai angin kencang.
■ PENYEBAB
Angin kencang
■ DAMPAK
※ KORBAN
Meninggal: Nihil
Luka-luka: 1 jiwa
Terdampak: 2 KK / 9 jiwa
※ MATERIL
Rumah rusak sedang: 2 unit
■ KONDISI MUTAKHIR
Terkendali, pembersihan berlangsung.
■ UPAYA
TRC dan 4 relawan Top Ranger berada di lokasi sejak pukul 12.58 WITA.
■ KEBUTUHAN MENDESAK
Terpal
■ SUMBER
Pusdalops PB BPBD Kota Kupang`)
  })

  it('tells a moment before, and nothing of what came after it', () => {
    const text = at(8)
    expect(text).toContain('pukul 12.48 WITA\n\n')
    expect(text).toContain(
      '■ UPAYA\nTRC menuju lokasi sejak pukul 12.45 WITA.\n3 relawan Top Ranger menuju lokasi.\nTugas ditawarkan kepada 2 relawan Top Ranger.\n■',
    )
    expect(text).toContain('■ KONDISI MUTAKHIR\nDalam penanganan.\n')
  })

  it('says that nobody has counted yet, which is not "Nihil"', () => {
    expect(at(59)).toContain('※ KORBAN\nDalam pendataan\n※ MATERIL\nDalam pendataan\n')
    expect(at(59)).toContain('■ KEBUTUHAN MENDESAK\nDalam pendataan\n')
    expect(at(59)).not.toContain('Nihil')
  })

  it('tells what is known of a half-counted night, and of the rest that it is not', () => {
    const { incident } = asOf(storm(), 60)
    const written = (known: Partial<Impact>): string => {
      const impact = { ...notCounted, ...noWords, ...known, at: after(60) }
      return sitrepText({ agency, incident: { ...incident, impact }, texts, at: after(60) })
    }
    const text = written({ dead: 0, injured: 3, households: 2, housesLight: 0, housesFlooded: 4 })
    expect(text).toContain(`※ KORBAN
Meninggal: Nihil
Hilang: Dalam pendataan
Luka-luka: 3 jiwa
Mengungsi: Dalam pendataan
Terdampak: 2 KK / jiwa dalam pendataan
※ MATERIL
Rumah rusak berat: Dalam pendataan
Rumah rusak sedang: Dalam pendataan
Rumah terendam: 4 unit
`)
    expect(text).toContain('■ KEBUTUHAN MENDESAK\nDalam pendataan\n')
    expect(written({ injured: 3 })).toContain('Terdampak: Dalam pendataan\n※ MATERIL\nDalam pendataan\n')
  })

  it('does not guess what was erased, and calls a drill a drill', () => {
    const { incident } = asOf(storm(), 60)
    const text = sitrepText({ agency, incident: { ...incident, drill: true }, texts: {}, at: after(60) })
    expect(text).toContain('■ KRONOLOGI\nDalam pendataan\n')
    expect(text.startsWith('*LATIHAN: BUKAN KEJADIAN SEBENARNYA*\n\nYth.')).toBe(true)
  })
})

describe('the report of a period', () => {
  it('counts, lists and adds up what its incidents tell', () => {
    const other = ledgerOf('inc_2', [5, reported], [6, fact('incident.verified', { note: null })])
    const false_ = ledgerOf(
      'inc_3',
      [7, reported],
      [9, fact('incident.rejected', { reason: 'palsu', note: null })],
    )
    const incidents = [storm(), other, false_].map((facts) => asOf(facts, 100).incident)
    const text = recapText({ agency, from: T0, to: after(100), incidents })
    expect(text).toContain(`■ PERIODE
Sabtu, 17 Januari 2026 pukul 12.40 WITA s.d. Sabtu, 17 Januari 2026 pukul 14.20 WITA
■ JUMLAH KEJADIAN
2 kejadian (2 tinggi)
Masih ditangani: 2
Ditolak, ganda, dirujuk, atau batal: 1
■ KEJADIAN
1. Angin kencang, Kel. Namosain, Kec. Alak
    KJ-2026-0421 · Sabtu, 17 Januari 2026 12.40 WITA · Terkendali
2. `)
    expect(text).toContain(
      'Terdampak: 2 KK / 9 jiwa\n※ MATERIL\nRumah rusak sedang: 2 unit\nData sementara: 1 kejadian',
    )
    expect(text).toContain('■ UPAYA\nRelawan Top Ranger tiba di lokasi: 4 orang\n')
  })

  it('adds up what is known, and calls nothing none that a record does not know', () => {
    const { incident } = asOf(storm(), 100)
    const half = { ...notCounted, ...noWords, households: 3, at: after(60) }
    const incidents = [incident, { ...incident, impact: half }]
    const text = recapText({ agency, from: T0, to: after(100), incidents })
    expect(text).toContain('Meninggal: Dalam pendataan\n')
    expect(text).toContain('Luka-luka: 1 jiwa\n')
    expect(text).toContain('Terdampak: 5 KK / 9 jiwa\n')
    expect(text).toContain('Data sementara: 1 kejadian')
  })

  it('counts every incident of a bad month, and says how many it does not name', () => {
    const { incident } = asOf(storm(), 100)
    const text = recapText({ agency, from: T0, to: after(100), incidents: Array(2345).fill(incident) })
    expect(text).toContain('2345 kejadian (2345 tinggi)')
    expect(text).toContain('\n500. ')
    expect(text).not.toContain('\n501. ')
    expect(text).toContain('\n… dan 1845 kejadian lain\n■ DAMPAK')
  })

  it('reads every incident of a bad month, in order', async () => {
    const ids = Array.from({ length: 2345 }, (_, n) => `inc_${n}`)
    const context = {
      factQueries: { reportedBetween: async () => ids },
      store: { cursors: { of: async (id: string) => ledgerOf(id, [5, reported]) } },
    }
    const told = await reportedIn(context as never, '5371', T0, after(100), after(100))
    expect(told.map(({ incident }) => incident.id)).toEqual(ids)
    expect(await reportedIn(context as never, '5371', T0, after(100), after(1))).toEqual([])
  })

  it('says Nihil of a quiet night', () => {
    const text = recapText({ agency, from: T0, to: after(600), incidents: [] })
    expect(text).toContain('■ JUMLAH KEJADIAN\nNihil\n')
    expect(text).toContain('Meninggal: Nihil\n')
  })
})
