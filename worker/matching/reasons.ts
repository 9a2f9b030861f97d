/**
 * Why somebody considered is not asked. A closed list: codes are stored for ever, add and never rename.
 * The order is the order of asking, so the first "no" of a person is the one that counts.
 */
export const REASONS = [
  // about the person
  'not_active',
  // his papers, for any task or for one of this kind
  'insurance_expired',
  'training_expired',
  'no_insurance', // the agency demands it, and none was ever recorded
  'no_training',
  'off_duty',
  'paused',
  'may_still_answer', // he is asked for this very need
  'claimed',
  'resting',
  'duty_limit',
  'budget_spent', // asked as often today as the policy allows
  'no_channel',
  'no_position',
  'implausible_position', // no vehicle moves as his fixes tell, or they stand too still to be true
  'with_passenger',
  'bad_record',
  'other_channel', // the same person is considered through his other partner
  // about the incident
  'no_place',
  'not_for_drills',
  'sandbox_only', // invented volunteers take part in drills, never in the real thing
  'cooling_down', // said no to another incident, or kept silent, a moment ago
  'already_asked',
  'zone_at_incident', // it lies in a danger zone closed to his vehicle
  'inside_zone', // he is in one
  'across_zone', // the straight way there leads through one
  'too_far',
  'too_costly', // not by his way alone: much asked lately, a passenger, doubtful fixes, silent again and again
  // about the need
  'wrong_vehicle',
  'no_skill',
  // he would do, but
  'asked_elsewhere', // this plan asks him for another need
  'outside_ring',
  'not_needed', // those who are asked are enough
] as const

export type ReasonCode = (typeof REASONS)[number]

/** How many persons fell to each reason; reasons that hit nobody are left out. */
export type Tally = Partial<Record<ReasonCode, number>>

/** Adds up tallies; keys come in the order of REASONS, so equal tallies are equal as JSON too. */
export const sumOf = (...tallies: readonly Tally[]): Tally =>
  Object.fromEntries(
    REASONS.map(
      (reason) => [reason, tallies.reduce((sum, one) => sum + (one[reason] ?? 0), 0)] as const,
    ).filter(([, count]) => count > 0),
  )

/** Adds up single reasons, and what was counted before. */
export const tally = (reasons: Iterable<ReasonCode>, before: Tally = {}): Tally => {
  const counts: Tally = {}
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1
  return sumOf(before, counts)
}
