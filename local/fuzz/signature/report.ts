import { differenceOf } from './differences.ts'
import { fuzzSignatures, type Tally } from './fuzz.ts'
import { ours } from './verdict.ts'

export interface SignatureRun {
  tally: Tally
  /** Against the public library: how often we refuse what it believes, by reason. */
  differences: Record<string, number>
}

/** Our verifier against the oracle and, on the same mutants, against the public library. */
export const runSignatures = (seed: number, mutantCount: number): SignatureRun => {
  const differences: Record<string, number> = {}
  const tally = fuzzSignatures(ours, {
    seed,
    mutantCount,
    look: ({ request }, said) => {
      const difference = differenceOf(request, said)
      if (difference !== null) differences[difference] = (differences[difference] ?? 0) + 1
    },
  })
  return { tally, differences }
}

const rows = (counts: Record<string, number>): string[] =>
  Object.entries(counts)
    .toSorted(([, a], [, b]) => b - a)
    .map(([what, count]) => `    ${String(count).padStart(9)}  ${what}`)

/** The counts of a run, to be read. */
export const saidOf = ({ tally, differences }: SignatureRun): string => {
  const { believed, refused, wrong, firstWrong } = tally
  return [
    `${tally.mutants} mutants, ${tally.signedAgain} of them signed again after the change`,
    `  refused ${tally.mutants - believed.asTheyWere - believed.signedAgain}`,
    ...rows(refused),
    `  believed because valid ${believed.asTheyWere + believed.signedAgain}`,
    ...rows({ 'signed again': believed.signedAgain, 'the change was harmless': believed.asTheyWere }),
    '  the public library believes what we refuse',
    ...rows(differences),
    `  other than the oracle says: ${wrong}`,
    ...firstWrong.map((one) => `    ${JSON.stringify(one)}`),
  ].join('\n')
}
