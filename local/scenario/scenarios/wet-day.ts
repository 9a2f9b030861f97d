import type { Scenario } from '../scenario.ts'

/** Heavy rain: water, trees and slopes where they are known to come. Everybody has been called in. */
export const wetDay: Scenario = {
  title:
    'a day of heavy rain: 20 to 30 incidents in three hours where water, trees and slopes are known to come',
  reports: [20, 30],
  hours: 3,
  pace: 'steady',
  hazards: { banjir: 45, pohon_tumbang: 30, tanah_longsor: 25 },
  severities: { rendah: 20, sedang: 45, tinggi: 28, kritis: 7 },
  spread: 'known',
  slots: [1, 4],
  falsePct: 8,
  duplicatePct: 10,
  referPct: 3,
  speed: 10,
  volunteers: 120,
  people: {
    SIM_TRIPS_PER_HOUR: '0.5',
    SIM_LOST_PER_HOUR: '0.3',
    SIM_RELEASE_PCT: '6',
    SIM_FAIL_PCT: '6',
    SIM_SOS_PCT: '2',
    SIM_MESSAGE_PCT: '40',
    SIM_OBSERVED_PER_HOUR: '2',
  },
}
