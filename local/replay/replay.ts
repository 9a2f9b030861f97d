import type { Rounds, RoundTexts } from '#contracts/store/rounds.ts'
import { inputFrom, planText } from '../../worker/matching/kept.ts'
import { planRound } from '../../worker/matching/round.ts'

export interface Replayed {
  round: string
  /** `not_kept`: unknown, over its time, or too large to keep. */
  result: 'equal' | 'differs' | 'not_kept'
  volunteers: number
  offers: number
  /** Where both texts of the plan part, and what follows there. */
  parting: { at: number; kept: string; anew: string } | null
}

const AROUND = 80

const partingOf = (kept: string, anew: string): Replayed['parting'] => {
  let at = 0
  while (at < kept.length && kept[at] === anew[at]) at += 1
  const from = Math.max(0, at - AROUND)
  return { at, kept: kept.slice(from, at + AROUND), anew: anew.slice(from, at + AROUND) }
}

/** Decides a round again from its kept input alone, and compares the plan with the one that was kept, to the byte. */
export const replayTexts = (round: string, { input, plan }: Pick<RoundTexts, 'input' | 'plan'>): Replayed => {
  const read = inputFrom(input)
  const planned = planRound(read)
  const anew = planText(planned)
  const offers = planned.incidents.reduce((sum, incident) => sum + incident.offers.length, 0)
  const isEqual = anew === plan
  return {
    round,
    result: isEqual ? 'equal' : 'differs',
    volunteers: read.candidates.length,
    offers,
    parting: isEqual ? null : partingOf(plan, anew),
  }
}

/** Reads and decides anew, one round after the other. Deletes and writes nothing. */
export const replay = async (rounds: Rounds, ids: readonly string[]): Promise<Replayed[]> => {
  const results: Replayed[] = []
  for (const id of ids) {
    const kept = await rounds.read(id)
    results.push(
      kept === null
        ? { round: id, result: 'not_kept', volunteers: 0, offers: 0, parting: null }
        : replayTexts(id, kept),
    )
  }
  return results
}
