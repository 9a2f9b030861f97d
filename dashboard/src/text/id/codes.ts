/** An offer answered over the phone by its five digits. */
export const codes = {
  open: 'Jawab dengan kode',
  title: 'Jawaban lewat telepon',
  intro: 'Relawan membacakan kode lima angka dari SMS-nya. Cocokkan nama sebelum menjawab untuknya.',
  field: 'Kode lima angka',
  unknown: 'Kode tidak dikenal atau tawarannya sudah berakhir.',
  who: 'Relawan',
  task: 'Tugas',
  incident: 'Kejadian',
  left: (time: string) => `sisa ${time}`,
  lapsed: 'waktu habis',
  accept: 'Terima untuknya',
  decline: 'Tolak untuknya',
  reason: 'Alasan bila menolak',
  accepted: 'Diterima: relawan ditugaskan.',
  declined: 'Penolakan dicatat.',
}
