import { createHash } from 'node:crypto'

/** Numbers in [0, 1). */
export type Luck = () => number

/** A stream of its own for each name: the same seed plays the same, whatever else is drawn. */
export const luckOf = (seed: number, name: string): Luck => {
  let drawn = 0
  return () => {
    const hash = createHash('sha256')
      .update(`${seed}:${name}:${(drawn += 1)}`)
      .digest()
    return hash.readUInt32BE(0) / 2 ** 32
  }
}

export const between = (luck: Luck, least: number, most: number): number => least + luck() * (most - least)

/** A whole number from `least` to `most`, both included. */
export const whole = (luck: Luck, least: number, most: number): number =>
  least + Math.floor(luck() * (most - least + 1))

export const chance = (luck: Luck, percent: number): boolean => luck() * 100 < percent

/** One of the list, each as likely as its weight. Throws when nothing weighs anything. */
export const weighted = <T>(luck: Luck, list: readonly (readonly [T, number])[]): T => {
  let left = luck() * list.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [item, weight] of list) if ((left -= weight) < 0) return item
  throw new Error('nothing to choose from')
}

export const pick = <T>(luck: Luck, list: readonly T[]): T =>
  weighted(
    luck,
    list.map((item) => [item, 1] as const),
  )
