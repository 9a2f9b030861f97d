/**
 * How the partner behaves in the smoke: sixty times as fast as life. The first offer is declined, the second answered
 * when it is too late, two are accepted, one is ignored; whoever comes after that accepts. Half of all messages are
 * said twice.
 */
export const cast = {
  SIM_SEED: '7',
  SIM_SPEED: '60',
  SIM_KMH_MAX: '700',
  SIM_SCRIPT: 'decline,late,accept,accept,silent',
  SIM_DECLINE_PCT: '0',
  SIM_SILENT_PCT: '0',
  SIM_LATE_PCT: '0',
  SIM_REPEAT_PCT: '50',
  SIM_POSITIONS_EVERY_S: '1',
} as const
