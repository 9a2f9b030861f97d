import { randomOf, type Random } from '../../simulator/random.ts'
import { contentMutations } from './mutate-content.ts'
import { keyMutations } from './mutate-keys.ts'
import { wordMutations } from './mutate-words.ts'
import { below, type Mutations } from './mutation.ts'
import { genuine, secretFrom, signedAgain, type SignedRequest } from './signed-request.ts'

export interface Mutant {
  request: SignedRequest
  /** What was done to it, in order; `sign` is the signing afterwards. */
  steps: readonly string[]
  signedAgain: boolean
}

const all: Mutations = { ...contentMutations, ...keyMutations, ...wordMutations, sign: signedAgain }
export const mutationNames = Object.keys(all)

/** None, one or two of these, applied in turn. */
const some = (of: Mutations, random: Random, most: number): string[] => {
  const names = Object.keys(of)
  return Array.from({ length: below(random, most + 1) }, () => names[below(random, names.length)] ?? '')
}

/**
 * The mutants of a seed, without end. Half of them are signed again, correctly, after what was signed has changed; the
 * way in which it is said may be changed once more afterwards.
 */
export function* mutants(seed: number): Generator<Mutant> {
  const random = randomOf(seed, 'signatures')
  const pool = Array.from({ length: 16 }, () => secretFrom(random))
  for (let number = 0; ; number += 1) {
    const isSignedAgain = number % 2 === 0
    const content = some(contentMutations, random, 2)
    const keys = some(keyMutations, random, 1)
    const words = some(wordMutations, random, 2)
    const steps = [...content, ...keys, ...(isSignedAgain ? ['sign'] : []), ...words]
    const request = steps.reduce(
      (changed, name) => all[name]?.(changed, random) ?? changed,
      genuine(random, pool),
    )
    yield { request, steps, signedAgain: isSignedAgain }
  }
}
