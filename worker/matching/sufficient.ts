import { chanceInTime, type Comer, wayS, type Wish } from './comer.ts'
import { firstYesSet } from './first-yes.ts'
import { quickestYesSet } from './quickest-yes.ts'
import { lastRing } from './rings.ts'

/** Who takes a slot: the first who says yes, or, though somebody said yes already, whoever is there first. */
export type Fill = 'first_yes' | 'quickest_yes'

export interface Sufficient<Option extends Comer> {
  /** The ring that was enough. */
  ring: number
  /** Whom to ask now, the most useful first, and how many seconds of arrival each wins. */
  chosen: { option: Option; gainS: number }[]
  /** The chance that all slots are taken in time, by those asked before and those chosen. */
  chance: number
}

export interface Rings<Option extends Comer> {
  /** Limits in seconds of travel, rising; null, the last, is the whole city. */
  limitsS: readonly (number | null)[]
  /** The smallest to begin with. */
  from: number
  /** Everybody who may be asked in a ring; the rings within it included. */
  inside: (ring: number) => readonly Option[]
  /** The chance of enough arrivals in time that a ring must offer; else the next ring is asked too. */
  targetChance: number
  /** A set that is likelier to fail than this is filled up within its ring. */
  leastChance: number
  /** Also filled up until somebody is asked for every slot; rounds of earlier releases were not. */
  isOnePerSlot?: boolean
}

/**
 * The smallest set worth asking, in the smallest ring that reaches the target chance of arrivals in time; the last ring
 * is taken whatever its chance. The target decides how far to look and the price of an alert how many to ask: among
 * people who seldom say yes, a target alone would ask everybody.
 */
export const sufficientSet = <Option extends Comer>(
  rings: Rings<Option>,
  pending: readonly Comer[],
  wish: Wish,
  fill: Fill,
): Sufficient<Option> => {
  const { limitsS, from, inside, targetChance, leastChance, isOnePerSlot = false } = rings
  const last = lastRing(limitsS)
  const choose = fill === 'first_yes' ? firstYesSet : quickestYesSet
  for (let ring = Math.min(last, Math.max(0, Math.trunc(from) || 0)); ; ring++) {
    const options = inside(ring)
    const chosen = choose(options, pending, wish).map(({ option, gainS }) => ({
      option: options[option]!,
      gainS,
    }))
    const chanceNow = (): number => {
      const comers = [...pending, ...chosen.map(({ option }) => option)]
      return chanceInTime(comers, wish.slots, (limitsS[ring] ?? Infinity) + wish.replyS)
    }
    let chance = chanceNow()
    // Where most askings come to nothing anyway, the next one is near.
    const enough = leastChance * (wish.comes ?? 1)
    const lacks = (): boolean => isOnePerSlot && pending.length + chosen.length < wish.slots
    const others = chance < enough || lacks() ? soonest(options, chosen, wish) : []
    for (const option of others) {
      if (chance >= enough && !lacks()) break
      chosen.push({ option, gainS: 0 })
      chance = chanceNow()
    }
    if ((chance >= targetChance && !lacks()) || ring >= last) return { ring, chosen, chance }
  }
}

/** Those left, by when somebody like them would have come if asked one after the other. */
const soonest = <Option extends Comer>(
  options: readonly Option[],
  chosen: readonly { option: Option }[],
  { replyS }: Wish,
): Option[] => {
  const taken = new Set(chosen.map(({ option }) => option))
  const index = (comer: Comer): number => wayS(comer) + replyS / comer.chance
  return options.filter((option) => !taken.has(option)).sort((a, b) => index(a) - index(b))
}
