/** The commander's wall. */
export const wall = {
  title: 'Layar komando',
  wrong: (count: number) =>
    count === 0 ? 'Yang tidak berjalan baik' : `Yang tidak berjalan baik (${String(count)} kejadian)`,
  well: 'Tidak ada: semua batas waktu terjaga, tidak ada pencarian yang buntu.',
  calm: (count: number) =>
    count === 0 ? 'Tidak ada kejadian lain yang terbuka' : `${String(count)} kejadian berjalan semestinya`,
  seen: 'sudah dilihat',
  more: (count: number) => `+${String(count)} lagi`,
  page: (page: number, pages: number) => `${String(page)}/${String(pages)}`,
  pause: 'Tahan',
  go: 'Lanjutkan',
  leave: 'Tutup layar komando',
  soundLocked: 'Suara layar ini terkunci: klik di sini atau tekan tombol apa saja agar peringatan terdengar.',
  mayDarken: 'Peramban ini tidak dapat menahan layar tetap menyala. Matikan penghemat layar perangkat ini.',
}
