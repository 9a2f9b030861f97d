import { planText } from '../../../worker/matching/kept.ts'
import { lookAt, type Many } from '../../../worker/matching/look.ts'
import { planRound } from '../../../worker/matching/round.ts'
import type { RoundInput } from '../../../worker/matching/types.ts'
import { city, learned } from '../../worker/matching/random-city.ts'
import { cpuMs, inTurns, type Row, rowOf, warmUp } from '../timing.ts'

/** A learned city of 18 × 10 km with so many calls for one person each. */
const cityOf = (slots: number, people: number, seed: number): RoundInput => {
  const input = learned(city(seed, slots, people), seed)
  const incidents = input.incidents.map(({ needs, ...one }) => ({
    ...one,
    drill: false,
    needs: needs.slice(0, 1).map((need) => ({ ...need, openSlots: 1, openOffers: 0, freshOffers: 0 })),
  }))
  return { ...input, incidents }
}

const NEVER: Many = { people: Infinity, incidents: Infinity }
const ALWAYS: Many = { people: 1, incidents: 1 }

const planned = (input: RoundInput, many: Many) => {
  const look = lookAt(input, many)
  const text = planText(planRound(input, look))
  const looked = () => look.cases.reduce((sum, { searches }) => sum + (searches[0]?.pool.looked() ?? 0), 0)
  return { text, looked }
}

/** A round of the product that looks outwards on a grid, against one that looks at everybody for each call. */
export const benchRound = async (
  { slots, people, repeats }: { slots: number; people: number; repeats: number },
  pairs: number,
  seed: number,
): Promise<Row> => {
  const input = cityOf(slots, people, seed)
  const name = `a round: ${slots} open slots, ${people} people`
  const [whole, near] = [planned(input, NEVER), planned(input, ALWAYS)]
  if (whole.text !== near.text) throw new Error(`${name}: the plans are not equal`)

  const wholeMs: number[] = []
  const nearMs: number[] = []
  const repeat = (many: Many) => () => {
    for (let n = 0; n < repeats; n++) planned(input, many)
  }
  const all = (pair: number) => void (wholeMs[pair] = cpuMs(repeat(NEVER)) / repeats)
  const outwards = (pair: number) => void (nearMs[pair] = cpuMs(repeat(ALWAYS)) / repeats)
  await warmUp(all, outwards)
  await inTurns(pairs, all, outwards)
  return rowOf(
    {
      name,
      baseline: 'looking at everybody',
      target: '',
      counted: { looked: near.looked(), lookedByBaseline: whole.looked() },
    },
    wholeMs,
    nearMs,
  )
}
