import type { Scenario } from '../scenario.ts'

/** An ordinary day: something small every ten minutes or so, drivers come and go by their hours. */
export const quiet: Scenario = {
  title: 'an ordinary day: one incident every ten minutes or so',
  reports: [144, 144],
  hours: 24,
  pace: 'steady',
  hazards: {
    laka_lalu_lintas: 26,
    pohon_tumbang: 20,
    kebakaran_lahan: 12,
    kekeringan_air_bersih: 10,
    angin_kencang: 8,
    kebakaran_permukiman: 8,
    banjir_rob: 5,
    orang_hilang: 4,
    lainnya: 7,
  },
  severities: { rendah: 45, sedang: 40, tinggi: 13, kritis: 2 },
  spread: 'anywhere',
  slots: [1, 3],
  falsePct: 15,
  duplicatePct: 3,
  referPct: 5,
  speed: 1,
  volunteers: 60,
  people: {
    SIM_SHIFTS: 'true',
    SIM_TRIPS_PER_HOUR: '1.2',
    SIM_LOST_PER_HOUR: '0.1',
    SIM_RELEASE_PCT: '4',
    SIM_FAIL_PCT: '3',
    SIM_SOS_PCT: '1',
    SIM_MESSAGE_PCT: '30',
    SIM_OBSERVED_PER_HOUR: '0.5',
  },
}
