/** What a volunteer may do, and for how long: hours of duty, trainings, insurance. */
export const papers = {
  hours: 'Jam siaga',
  lately: '24 jam terakhir',
  limit: 'Batas dalam 24 jam',
  span: (minutes: number) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
    if (hours === 0) return `${String(rest)} menit`
    return rest === 0 ? `${String(hours)} jam` : `${String(hours)} jam ${String(rest)} menit`
  },
  ofLimit: (served: string, limit: string) => `${served} dari ${limit}`,
  agencyLimit: (limit: string) => `${limit}, dari kebijakan`,
  ownLimit: (limit: string, agency: string) => `${limit}, batas sendiri (kebijakan: ${agency})`,
  reached: 'Batas tercapai: ia tidak ditawari tugas baru.',
  setLimit: 'Atur batas',
  limitTitle: 'Batas jam siaga',
  limitIntro: (agency: string) =>
    `Siapa yang siaga selama ini dalam 24 jam tidak ditawari tugas baru. Kebijakan: ${agency}; yang lebih rendah berlaku.`,
  ownHours: 'Batas sendiri, dalam jam',
  ownHoursHint: '1 sampai 24. Kosong: hanya batas kebijakan yang berlaku.',
  badHours: 'Tulis jam bulat, 1 sampai 24, atau kosongkan.',
  trainings: 'Pelatihan',
  courses: { dasar: 'Pelatihan dasar', lanjutan: 'Pelatihan lanjutan' },
  courseFor: { dasar: 'Untuk semua tugas.', lanjutan: 'Untuk P3K dan evakuasi ringan.' },
  until: (date: string) => `Berlaku hingga ${date}`,
  expired: (date: string) => `Kedaluwarsa sejak ${date}`,
  forEver: 'Berlaku tanpa batas waktu',
  notRecorded: 'Belum tercatat',
  record: 'Catat pelatihan',
  recordIntro: 'Catatan baru menggantikan catatan lama dari pelatihan yang sama.',
  strike: 'Coret',
  strikeOne: (course: string) => `Coret ${course.toLowerCase()}`,
  strikeIntro: 'Bagi yang salah dicatat. Sesudahnya pelatihan ini tidak tercatat; riwayatnya tetap.',
  course: 'Pelatihan',
  validity: 'Berlaku',
  limited: 'Sampai tanggal',
  lastDay: 'Hari terakhir berlaku',
  badDay: 'Tulis tanggal seperti 31/01/2027.',
  halfDay: 'Tulis tanggal seperti 31/01/2027, atau kosongkan seluruhnya.',
  emptyTraining: 'Kosong: pelatihan dasar tidak tercatat.',
  emptyTrainingForEver: 'Kosong: berlaku tanpa batas waktu, seperti tercatat.',
  emptyInsurance: 'Kosong: tanpa jaminan.',
  whyHint: 'Tampil di riwayat relawan ini.',
}
