import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import { chanceInTime, type Comer, type Wish } from './comer.ts'
import { expectedArrivalS, gainOf } from './first-yes.ts'
import type { Frame } from './frame.ts'
import { chanceNow, comesOf, type Habits } from './habits.ts'
import type { Crowd } from './persons.ts'
import type { Asked } from './reach.ts'
import { answerStill, chanceStill, meanReplyS, restOfReplyS } from './reply.ts'
import type { Prospect } from './prospect.ts'
import { type Sufficient, sufficientSet } from './sufficient.ts'
import type { OpenNeed } from './types.ts'

/** A prospect as somebody who may come. */
export type Coming = Comer & { prospect: Prospect }

/** What a need wants of people, and whom it has asked already. */
export interface Asking {
  pending: readonly Comer[]
  /** How many of them count against `mostPerSlot`: whoever has been silent for long counts little. */
  held: number
  wish: Wish
}

/** What the crowd remembers of each volunteer. */
type Known = Pick<Crowd, 'answers' | 'silences' | 'comings'>

const askedOf = (id: string, { answers, silences }: Known): Partial<Asked> => ({
  answers: answers.get(id),
  silences: silences.get(id),
})

/** Those asked before count with the chance they still have after so long a silence. */
const pendingOf = (
  { pending = [] }: OpenNeed,
  known: Known,
  habits: Habits,
  { decides }: MatchPolicy,
): Comer[] =>
  pending.map(({ volunteerId, travelS, silentS }) => {
    const chance = chanceNow(askedOf(volunteerId, known), habits)
    const comes = comesOf(known.comings.get(volunteerId), habits)
    return {
      travelS,
      answerS: restOfReplyS(habits.reply, silentS),
      chance: chanceStill(chance, habits.reply, silentS, decides),
      comes,
    }
  })

/** How many more may be asked for a need at once; less than half of somebody silent stands in nobody's way. */
export const roomFor = (slots: number, held: number, { mostPerSlot }: MatchPolicy): number =>
  Math.max(0, Math.round(mostPerSlot * slots - held))

/** Each counts with the chance that his answer is still to come, against that of somebody just asked. */
export const heldBy = (
  { pending = [] }: OpenNeed,
  known: Known,
  { habits, policy, isByFirstRules }: Frame,
): number =>
  isByFirstRules
    ? pending.length
    : pending.reduce((sum, { volunteerId, silentS }) => {
        const chance = chanceNow(askedOf(volunteerId, known), habits)
        return sum + answerStill(chance, habits.reply, silentS, policy.decides)
      }, 0)

export const askingOf = (need: OpenNeed, known: Known, frame: Frame): Asking => {
  const { habits, policy } = frame
  const replyS = meanReplyS(habits.reply)
  return {
    pending: pendingOf(need, known, habits, policy),
    held: heldBy(need, known, frame),
    wish: {
      slots: need.openSlots,
      replyS,
      priceS: policy.alertPrice * replyS,
      comes: habits.comes ?? policy.assumedComes,
    },
  }
}

export const comingOf = (prospect: Prospect, habits: Habits): Coming => {
  const { etaS, uncertaintyS, chance, comes, cost } = prospect
  const travelS = etaS + uncertaintyS
  const burdenS = (cost.asked + cost.served + cost.passenger + cost.implausibility) * 60
  return { prospect, travelS, burdenS, answerS: meanReplyS(habits.reply), chance, comes }
}

/** The smallest set worth asking among the prospects `inside` a ring: the first yes takes a slot, as the product does. */
export const setOf = (
  inside: (ring: number) => readonly Prospect[],
  { pending, held, wish }: Asking,
  from: number,
  { habits, policy, isByFirstRules }: Frame,
): Sufficient<Coming> => {
  const rings = {
    limitsS: policy.ringsEtaS,
    from,
    inside: (ring: number) => inside(ring).map((prospect) => comingOf(prospect, habits)),
    targetChance: policy.targetChance,
    leastChance: policy.leastChance,
    isOnePerSlot: !isByFirstRules,
  }
  const { ring, chosen, chance } = sufficientSet(rings, pending, wish, 'first_yes')
  return { ring, chosen: chosen.slice(0, roomFor(wish.slots, held, policy)), chance }
}

/** Seconds of arrival that asking each of these wins, now that they are the ones who are asked. */
export const gainsOf = (
  prospects: readonly Prospect[],
  { pending, wish }: Asking,
  habits: Habits,
): number[] => {
  const comers = prospects.map((prospect) => comingOf(prospect, habits))
  const expectedS = expectedArrivalS(comers, pending, wish)
  return comers.map((comer) => Math.max(0, Math.round(gainOf(comer, expectedS) * 10) / 10))
}

/** The chance, in thousandths, that those asked before and now take all slots in time; as `sufficientSet` counts it. */
export const chanceOfSet = (
  { ring, chosen }: { ring: number; chosen: readonly Prospect[] },
  { pending, wish: { slots, replyS } }: Asking,
  { habits, policy }: { habits: Habits; policy: MatchPolicy },
): number => {
  const comers = [...pending, ...chosen.map((prospect) => comingOf(prospect, habits))]
  return Math.round(chanceInTime(comers, slots, (policy.ringsEtaS[ring] ?? Infinity) + replyS) * 1000) / 1000
}
