import type { Scenario } from '../scenario.ts'

/**
 * A night like that of the cyclone Seroja (4 to 5 April 2021): nine hours of wind, power and phones out. One in five
 * volunteers has no platform and is not played; with two in five of the others silent, half of all are out of reach.
 */
export const seroja: Scenario = {
  title: 'a night like Seroja: 150 incidents in nine hours, half of the volunteers out of reach',
  reports: [150, 150],
  hours: 9,
  pace: 'storm',
  hazards: {
    angin_kencang: 44,
    pohon_tumbang: 26,
    banjir: 12,
    banjir_rob: 8,
    tanah_longsor: 6,
    gelombang_pasang: 4,
  },
  severities: { rendah: 15, sedang: 40, tinggi: 32, kritis: 13 },
  spread: 'damage',
  slots: [1, 6],
  falsePct: 5,
  duplicatePct: 6,
  referPct: 3,
  speed: 10,
  volunteers: 300,
  people: {
    SIM_UNREACHABLE_PCT: '38',
    SIM_DECLARED_PCT: '30',
    SIM_TRIPS_PER_HOUR: '0.1',
    SIM_LOST_PER_HOUR: '0.5',
    SIM_RELEASE_PCT: '8',
    SIM_FAIL_PCT: '10',
    SIM_SOS_PCT: '3',
    SIM_MESSAGE_PCT: '25',
    SIM_OBSERVED_PER_HOUR: '2',
  },
}
