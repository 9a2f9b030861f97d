import { indonesian } from '#contracts/wire/labels/id.ts'
/** Why somebody was asked, why others were not, and what would help: codes of the match round. */
export const match = {
  costParts: {
    eta: 'Perkiraan tiba',
    uncertainty: 'Ketidakpastian posisi',
    asked: 'Sudah sering ditawari hari ini',
    served: 'Sudah bertugas pekan ini',
    passenger: 'Sedang membawa penumpang',
    dropOff: 'Menurunkan penumpang dulu',
    implausibility: 'Posisi meragukan',
    alerts: 'Jarang menerima tawaran',
    minutes: 'Jumlah',
    priority: 'Bobot prioritas kejadian',
  },
  reasons: indonesian.matchReason,
  remedies: indonesian.remedy,
  system: {
    mongo_away: 'Basis data tidak menjawab: tidak ada yang dapat disimpan',
    clock_skew: 'Jam server tidak tepat: tidak ada yang dapat disimpan',
    redis_away: 'Redis tidak menjawab: pencarian dan pengiriman melambat',
    worker_silent:
      'Proses latar tidak berjalan: tidak ada relawan yang ditanya, tidak ada pesan yang terkirim',
    endpoint_gone: 'Mitra mematikan alamat tujuannya (410): relawannya tidak menerima pesan',
    endpoint_sick: 'Alamat tujuan mitra terus gagal: hanya pesan mendesak yang dicoba',
    dead_letters: 'Ada pesan ke mitra yang gagal terkirim: lihat Mitra',
    action_missing: 'Ada kejadian tanpa tindak lanjut terjadwal: lihat daftar kejadian',
    action_late: 'Tindak lanjut terlambat lebih dari 15 detik: periksa proses latar',
    watch_silent: 'Pemantau alarm tidak berjalan: alarm hanya tampil di layar',
    gateway_away: 'Gateway pesan tidak menerima alarm: petugas jaga tidak dihubungi',
  },
}
