import { mutants, type Mutant } from './mutant.ts'
import { faultsOf, statusOf, type Fault } from './oracle.ts'
import type { Verdict, Verifier } from './verdict.ts'

export interface Tally {
  mutants: number
  signedAgain: number
  /** Refused, by reason. */
  refused: Record<string, number>
  /** Believed, because nothing was wrong with them; `signedAgain` of them would not have been without it. */
  believed: { asTheyWere: number; signedAgain: number }
  /** How often each mutation took part. */
  steps: Record<string, number>
  /** Where verifier and oracle differ: none, or the verifier is wrong (or the oracle). */
  wrong: number
  firstWrong: Wrong[]
}

export interface Wrong {
  number: number
  steps: readonly string[]
  said: Verdict
  /** Any of these; none: it should have been believed. */
  expected: Fault[]
}

const SHOWN = 10

const isRight = (said: Verdict, faults: ReadonlySet<Fault>): boolean => {
  if (said === null) return faults.size === 0
  const fault = [...faults].find((one) => one === said.code)
  return fault !== undefined && statusOf[fault] === said.status
}

const count = (counts: Record<string, number>, what: string): void => {
  counts[what] = (counts[what] ?? 0) + 1
}

/** Shows a verifier `mutantCount` mutants of a seed and compares what it says with the oracle. */
export const fuzzSignatures = (
  verify: Verifier,
  {
    seed,
    mutantCount,
    look,
  }: { seed: number; mutantCount: number; look?: (mutant: Mutant, said: Verdict) => void },
): Tally => {
  const tally: Tally = {
    mutants: 0,
    signedAgain: 0,
    refused: {},
    believed: { asTheyWere: 0, signedAgain: 0 },
    steps: {},
    wrong: 0,
    firstWrong: [],
  }
  for (const mutant of mutants(seed)) {
    if (tally.mutants === mutantCount) break
    const said = verify(mutant.request)
    const faults = faultsOf(mutant.request)
    if (!isRight(said, faults)) {
      tally.wrong += 1
      if (tally.firstWrong.length < SHOWN)
        tally.firstWrong.push({ number: tally.mutants, steps: mutant.steps, said, expected: [...faults] })
    }
    if (said !== null) count(tally.refused, said.code)
    else tally.believed[mutant.signedAgain ? 'signedAgain' : 'asTheyWere'] += 1
    if (mutant.signedAgain) tally.signedAgain += 1
    for (const step of mutant.steps) count(tally.steps, step)
    tally.mutants += 1
    look?.(mutant, said)
  }
  return tally
}
