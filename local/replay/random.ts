import { inputText, planText } from '../../worker/matching/kept.ts'
import { planRound } from '../../worker/matching/round.ts'
import { city, learned } from '../../tests/worker/matching/random-city.ts'
import { type Replayed, replayTexts } from './replay.ts'

const INCIDENTS = 4
const VOLUNTEERS = 40

/**
 * So many rounds of invented cities, every other one of an agency that has learned: planned, kept as text, and decided
 * again from the text. The seeds follow the first one.
 */
export const replayRandom = (rounds: number, seed: number): Replayed[] =>
  Array.from({ length: rounds }, (_, n) => {
    const own = seed + n
    const plain = city(own, INCIDENTS, VOLUNTEERS)
    const input = n % 2 === 0 ? plain : learned(plain, own)
    const texts = { input: inputText(input), plan: planText(planRound(input)) }
    return replayTexts(`seed ${String(own)}`, texts)
  })
