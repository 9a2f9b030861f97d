/** The smallest ring that an arrival after `arrivalS` seconds lies in: an index into `ringsEtaS`. The last takes everybody. */
export const ringOf = (arrivalS: number, ringsEtaS: readonly (number | null)[]): number => {
  const ring = ringsEtaS.findIndex((limit) => limit === null || arrivalS <= limit)
  return ring === -1 ? lastRing(ringsEtaS) : ring
}

export const lastRing = (ringsEtaS: readonly (number | null)[]): number => Math.max(0, ringsEtaS.length - 1)

/** The smallest ring from `floor` on that holds `wanted` persons; the whole city when none does. */
export const smallestRing = (
  memberRings: readonly number[],
  wanted: number,
  floor: number,
  ringsEtaS: readonly (number | null)[],
): number => {
  const last = lastRing(ringsEtaS)
  for (let ring = Math.max(0, Math.trunc(floor) || 0); ring < last; ring++) {
    if (memberRings.filter((member) => member <= ring).length >= wanted) return ring
  }
  return last
}
