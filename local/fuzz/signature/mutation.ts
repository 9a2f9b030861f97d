import type { Random } from '../../simulator/random.ts'
import type { SignedRequest } from './signed-request.ts'

/** Changes one thing about a request; never what the receiver or the clock knows of itself, unless it says so. */
export type Mutation = (request: SignedRequest, random: Random) => SignedRequest
export type Mutations = Readonly<Record<string, Mutation>>

export const below = (random: Random, count: number): number => Math.floor(random() * count)

/** `text` with `put` in the place of `count` characters. */
export const spliced = (text: string, at: number, count: number, put: string): string =>
  text.slice(0, at) + put + text.slice(at + count)
