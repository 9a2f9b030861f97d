/** Who reaches which kelurahan in time. */
export const coverage = {
  title: 'Jangkauan relawan',
  within: 'Sampai di tempat dalam',
  minutes: (minutes: number) => `${String(minutes)} menit`,
  summary: (empty: number, thin: number) =>
    empty + thin === 0
      ? 'Semua kelurahan terjangkau.'
      : `${String(empty)} kelurahan kosong, ${String(thin)} tipis.`,
  people: (onDuty: number, unplaced: number) =>
    unplaced === 0
      ? `${String(onDuty)} relawan siaga.`
      : `${String(onDuty)} relawan siaga, ${String(unplaced)} tanpa posisi.`,
  asOf: (time: string) => `Keadaan ${time} WITA.`,
  level: { none: 'Kosong', thin: 'Tipis', fair: 'Cukup' },
  bound: (count: number) => `${String(count)} tak bebas`,
  nearest: (time: string) => `terdekat ${time}`,
  nobody: 'tidak ada',
  how: 'Dihitung seperti saat mencari relawan: waktu tempuh, ketidakpastian posisi, penumpang, dan zona bahaya. Kurang dari tiga relawan bebas disebut tipis.',
}
