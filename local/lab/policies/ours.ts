import { repliesAfter } from '#contracts/domain/volunteer/answers.ts'
import { chanceOf, priorOf } from '../../../worker/matching/acceptance.ts'
import type { Comer } from '../../../worker/matching/comer.ts'
import { defaultMatchPolicy } from '#contracts/domain/policy/defaults.ts'
import { chanceStill, meanReplyS, replyOf, restOfReplyS } from '../../../worker/matching/reply.ts'
import { type Fill, type Rings, sufficientSet } from '../../../worker/matching/sufficient.ts'
import type { PolicyMaker, Seen, View } from '../search/view.ts'
import { everybody, nobody, slower } from './withdraw.ts'

export interface OursOptions {
  fill: Fill
  /** The price of an alert in mean replies. */
  price?: number
}

/** As in the product's round, which knows the first yes only. */
const mostOf = (fill: Fill): number => (fill === 'first_yes' ? mostPerSlot : Infinity)

/** When nearly all who say yes come, whoever would come later than one on his way is not needed. */
const RELIABLE = 0.9
const {
  assumedChance,
  assumedReply,
  decides,
  alertPrice,
  targetChance,
  leastChance,
  mostPerSlot,
  ringsEtaS,
} = defaultMatchPolicy

type Option = Comer & { person: number }

/** The product's own matching: it learns from the past answers of people and asks the smallest set worth asking. */
export const ours =
  ({ fill, price = alertPrice }: OursOptions): PolicyMaker =>
  (history) => {
    const prior = priorOf(history.people, assumedChance)
    const reply = replyOf(repliesAfter(...history.repliesS), assumedReply)
    const comes = (history.came + 1) / (history.accepted + 1)
    const replyS = meanReplyS(reply)
    const wish = { slots: 1, replyS, priceS: price * replyS, ...(fill === 'first_yes' && { comes }) }
    // Where a yes ends the asking, it counts as a yes that may come to nothing; else only who comes is of use.
    const oneWho = (chance: number) => (fill === 'first_yes' ? { chance, comes } : { chance: comes * chance })

    const known = new WeakMap<readonly Seen[], readonly Option[]>()
    const optionsOf = (people: readonly Seen[]): readonly Option[] => {
      const options =
        known.get(people) ??
        people.map(({ travelS, answers }, person) => {
          return { person, travelS, answerS: replyS, ...oneWho(chanceOf(answers, prior)) }
        })
      known.set(people, options)
      return options
    }

    const pendingOf = ({ nowS, people, pending }: View): Comer[] =>
      pending.map(({ person, askedS }) => {
        const { travelS, answers } = people[person]!
        const silentS = nowS - askedS
        const chance = chanceStill(chanceOf(answers, prior), reply, silentS, decides)
        return { travelS, answerS: restOfReplyS(reply, silentS), ...oneWho(chance) }
      })

    const ringsOf = ({ people, isAsked }: View): Rings<Option> => ({
      limitsS: ringsEtaS,
      from: 0,
      targetChance,
      // Who may still be replaced by somebody quicker need not be many at once.
      leastChance: fill === 'first_yes' ? leastChance : 0,
      inside: (ring) => {
        const limitS = ringsEtaS[ring] ?? Infinity
        const members: Option[] = []
        for (const option of optionsOf(people)) {
          if (option.travelS > limitS) break
          if (!isAsked(option.person)) members.push(option)
        }
        return members
      },
    })

    return {
      ask: (view) =>
        view.coming.length > 0
          ? []
          : sufficientSet(ringsOf(view), pendingOf(view), wish, fill)
              .chosen.map(({ option }) => option.person)
              .slice(0, Math.max(0, mostOf(fill) - view.pending.length)),
      withdraw: fill === 'first_yes' ? everybody : comes >= RELIABLE ? slower : nobody,
    }
  }
