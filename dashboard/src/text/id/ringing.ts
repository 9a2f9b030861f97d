/** The sound of alarms, and the one sentence that is spoken for each. */
export const ringing = {
  state: { on: 'Suara nyala', muted: 'Suara mati', locked: 'Suara terkunci' },
  press: {
    on: 'Matikan suara peringatan',
    muted: 'Nyalakan suara peringatan',
    locked: 'Klik atau tekan tombol apa saja agar peringatan dapat berbunyi',
  },
  critical: (where: string) => `Kejadian kritis baru: ${where}`,
  silence: 'Layar ini tidak menerima kabar dari server',
  several: (count: number, counts: string) => `${String(count)} peringatan: ${counts}`,
  counts: {
    sos: (count: number) => `${String(count)} butuh bantuan darurat`,
    critical: (count: number) => `${String(count)} kejadian kritis baru`,
    undelivered: (count: number) => `${String(count)} penarikan pulang belum sampai`,
    stalled: (count: number) => `${String(count)} pencarian buntu`,
    deadline: (count: number) => `${String(count)} lewat batas waktu`,
    silence: (_count: number) => 'layar tidak menerima kabar',
    fault: (count: number) => `${String(count)} gangguan sistem`,
  },
}
