/** What matching.md, section 8, wants of City: way ÷ hindsight at most. Nothing is wanted of hot-1500. */
export const cityLimits: Readonly<Record<string, number>> = {
  'City hot-700': 1.02,
  'City hot-6000': 1.09,
  'City uniform-700': 1.15,
}

/** Visible swaps that an incident may cost at most (section 4). */
export const MOST_SWAPS = 0.3
