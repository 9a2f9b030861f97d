/** What goes on in the city, by the second and by the head. */
export interface Profile {
  drivers: number
  partners: number
  /** Each volunteer's phone tells where he is once in so many seconds. */
  positionEveryS: number
  incidentsPerS: number
  burst: { perS: number; lastsS: number; everyS: number; firstAtS: number }
  screens: number
  /** How long somebody stays with an incident before it is called off, in seconds. */
  lastsS: readonly [least: number, most: number]
}

/** Profile L, or so much of it. Platforms do not scale: there are eight, and one of them is dead. */
export const profileOf = (scale: number): Profile => ({
  drivers: Math.max(40, Math.round(3000 * scale)),
  partners: 8,
  positionEveryS: 5,
  incidentsPerS: 5 * scale,
  burst: { perS: 50 * scale, lastsS: 2, everyS: 60, firstAtS: 20 },
  screens: Math.max(2, Math.round(100 * scale)),
  lastsS: [12, 20],
})

/** When incidents come, in ms after the start: evenly, since chance would only blur what is measured, and in bursts. */
export const arrivals = ({ incidentsPerS, burst }: Profile, seconds: number): number[] => {
  const steady = Array.from(
    { length: Math.floor(seconds * incidentsPerS) },
    (_, n) => (n * 1000) / incidentsPerS,
  )
  const perBurst = Math.round(burst.perS * burst.lastsS)
  const bursts: number[] = []
  for (let atS = burst.firstAtS; atS + burst.lastsS <= seconds; atS += burst.everyS)
    for (let n = 0; n < perBurst; n += 1) bursts.push(atS * 1000 + (n * 1000) / burst.perS)
  return [...steady, ...bursts].sort((a, b) => a - b)
}
