/** Numbers in [0, 1). */
export type Random = () => number

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, enough to play people; not for secrets. */
export const mulberry32 = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A stream of its own for each name (FNV-1a), so that what one person does never changes what another draws. */
export const randomOf = (seed: number, name: string): Random => {
  let hash = 0x811c9dc5
  for (const character of `${seed}:${name}`)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return mulberry32(hash)
}

export const chance = (random: Random, percent: number): boolean => random() * 100 < percent

export const between = (random: Random, min: number, max: number): number => min + random() * (max - min)

export const pick = <T>(random: Random, list: readonly T[]): T => {
  const chosen = list[Math.floor(random() * list.length)]
  if (chosen === undefined) throw new Error('nothing to pick from')
  return chosen
}

/** A number of the standard normal distribution (Box and Muller); always two draws. */
export const normal = (random: Random): number => {
  const radius = Math.sqrt(-2 * Math.log(1 - random()))
  return radius * Math.cos(2 * Math.PI * random())
}

/** A lognormal number with this median; always two draws. */
export const lognormal = (random: Random, median: number, sigma: number): number =>
  median * Math.exp(sigma * normal(random))

/** Seconds, or whatever `mean` is in, until something that happens at any time alike. */
export const exponential = (random: Random, mean: number): number => -mean * Math.log(1 - random())

/**
 * A number in [0, 1] of the Beta distribution (M. D. Jöhnk, 1964): for shapes of a few units, as people have. A shape of
 * 0 leaves no choice.
 */
export const beta = (random: Random, a: number, b: number): number => {
  if (a <= 0) return 0
  if (b <= 0) return 1
  for (;;) {
    const x = random() ** (1 / a)
    const y = random() ** (1 / b)
    if (x + y > 0 && x + y <= 1) return x / (x + y)
  }
}
