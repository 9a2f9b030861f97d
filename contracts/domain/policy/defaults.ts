import type { MatchPolicy } from './settings.ts'
import { ALWAYS_AS_FAST } from './speed.ts'

/** What an agency begins with, each number with its reason. */
export const defaultMatchPolicy: MatchPolicy = {
  version: 'kupang-1',
  // Measured on the roads of Kupang: median 1.40, p90 2.0. A little above the median keeps promises.
  detour: 1.45,
  // Urban averages by day; a car does not pass the queue that a motorcycle passes.
  kmh: { motorcycle: 28, car: 25, pickup: 25 },
  slowFactor: 1,
  // Nobody has measured Kupang at its rush hours yet: an agency that knows says so.
  ...ALWAYS_AS_FAST,
  // Motorcycles in heavy rain: the guide's assumption. It counts only while somebody has said that it rains, and until when.
  speedIn: { heavy_rain: 0.6, cyclone: 0.6 },
  // 5, 10, 15 minutes, then everybody.
  ringsEtaS: [300, 600, 900, null],
  // The smallest set worth asking. A number instead asks so many for each slot whoever they are, with waves.
  overAsk: null,
  // As many as the widest published broadcast: where hardly anybody says yes, the price alone would ask dozens at once.
  mostPerSlot: 20,
  // Four answers move somebody halfway from the mean to himself; an agency with answers learns its own mean and strength.
  assumedChance: { mean: 0.35, strength: 4 },
  // Singapore: 64 s on average.
  assumedReply: { medianS: 46, sigma: 0.8 },
  // Nobody is mistrusted in advance; the first tasks that are given back tell (Singapore's drivers: 0.34).
  assumedComes: 1,
  // Modest, for ordinary days; in a night without network (the laboratory: half of the people) 0.05 to 0.3 did the same.
  assumedUnreachable: 0.1,
  decides: 0.5,
  // The laboratory: cheaper alerts are asked by the dozen, dearer ones cost seconds (docs/matching.md, the curve).
  alertPrice: 0.04,
  // A ring that fails one time in five is widened at once instead of after a wave.
  targetChance: 0.8,
  // Where few people live near, waiting for one unlikely answer costs more than a second alert (the laboratory: 1 per km²).
  leastChance: 0.5,
  // Whoever was called and is called off again trusts the next call less. The laboratory: 60 s keep it at one in four.
  mostSwaps: 0,
  swapWinS: 60,
  // A call for which nobody is left is worth calling off one of several who are asked for one place; but not again and again.
  mostSpares: 0,
  // Alerts tire: five today move somebody five minutes away. Tasks are spread more gently.
  w1: 1,
  w2: 0.5,
  // One jump of a phone that lost its satellites is common: five minutes further away. Three within half an hour are not.
  w3: 5,
  implausibleAt: 3,
  onTrip: 'last',
  // A ride within the city takes about twenty minutes; on average half of it is left.
  dropOffS: 600,
  // As much as `spareCost`: nobody with a passenger is disturbed to be a second copy.
  onTripPenaltyS: 5_400,
  liveMaxAgeS: 120,
  liveMaxAccuracyM: 200,
  recentMaxAgeS: 1_800,
  // Coarser than a kelurahan: then the declared kelurahan says more.
  recentMaxAccuracyM: 2_000,
  // Half an hour of straying equals the size of a kelurahan, where `recent` hands over to `declared`.
  driftMps: 1,
  // A night like Seroja asks everybody some 45 times; a budget of 24 made its arrivals 9 minutes later (the laboratory).
  alertsPerDay: 60,
  // Whoever has just said no to one call is not rung for the next before the others had their turn: two waves.
  coolDownS: 90,
  dutyLimitS: 36_000,
  // Only 65 drivers were trained and insured at the start, and not all of it is recorded: an agency switches this on.
  demands: { insurance: false, training: false },
  restS: 900,
  // Above the dearest sensible ride: 25 km at night by car (145 min) with a passenger (100) and much asked (40).
  waitingCost: 300,
  // Also the far end of the city at night (70 min) is worth a second copy, as most persons decline.
  spareCost: 90,
  // One step of severity outweighs twice the way.
  severityWeight: { rendah: 1, sedang: 2, tinggi: 4, kritis: 8 },
  // Waiting half an hour lifts an incident by one step of severity and never more: old and mild stays below critical.
  ageDoublesS: 1_800,
  ageFactorMax: 2,
  // People answer after 64 s on average: ask somebody else before, but let the first answer live.
  waveS: { rendah: 45, sedang: 45, tinggi: 45, kritis: 30 },
  expiresS: { webhook: 180, link: 600 },
  // A look takes some 20 ns where many want the same people, so this is two seconds of the planner's own thread.
  exactWork: 100_000_000,
}
