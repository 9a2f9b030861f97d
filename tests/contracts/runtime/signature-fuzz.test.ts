import { describe, expect, it } from 'vitest'
import { differences } from '../../../local/fuzz/signature/differences.ts'
import { fuzzSignatures } from '../../../local/fuzz/signature/fuzz.ts'
import { mutationNames } from '../../../local/fuzz/signature/mutant.ts'
import { statusOf } from '../../../local/fuzz/signature/oracle.ts'
import { runSignatures, saidOf } from '../../../local/fuzz/signature/report.ts'
import { ours } from '../../../local/fuzz/signature/verdict.ts'
import { weakVerifiers } from './weak-verifiers.ts'

const SEED = 20_260_117

it('says of 100,000 mutants what an oracle of another hand says', { timeout: 180_000 }, () => {
  const tally = fuzzSignatures(ours, { seed: SEED, mutantCount: 100_000 })
  console.log(saidOf({ tally, differences: {} }))
  expect(tally).toMatchObject({ mutants: 100_000, signedAgain: 50_000, wrong: 0, firstWrong: [] })
  // A run in which something never happened proves nothing about it.
  expect(Object.keys(tally.refused).toSorted()).toEqual(Object.keys(statusOf).toSorted())
  expect(Object.keys(tally.steps).toSorted()).toEqual(mutationNames.toSorted())
  expect(tally.believed.signedAgain).toBeGreaterThan(5000)
  expect(tally.believed.asTheyWere).toBeGreaterThan(2000)
})

it('differs from the public library only in ways that have a name', () => {
  const run = runSignatures(SEED + 1, 15_000)
  console.log(run.differences)
  expect(run.tally.wrong).toBe(0)
  // The list is closed: nothing unexplained, and no explanation that explains nothing.
  expect(Object.keys(run.differences).toSorted()).toEqual(Object.keys(differences).toSorted())
})

it('is the same run for the same seed', () => {
  const [one, same, other] = [1, 1, 2].map((seed) => fuzzSignatures(ours, { seed, mutantCount: 500 }))
  expect(same).toEqual(one)
  expect(other).not.toEqual(one)
})

describe('finds a verifier that', () => {
  it.each(Object.entries(weakVerifiers))('%s', (_, verify) => {
    expect(fuzzSignatures(verify, { seed: SEED, mutantCount: 3000 }).wrong).toBeGreaterThan(0)
  })
})
