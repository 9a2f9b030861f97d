import * as fc from 'fast-check'
import type { Happened } from '#contracts/domain/fact.ts'
import type { IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { plusSeconds, type Instant } from '#contracts/domain/instant.ts'
import { Refusal, type RefusalCode } from '#contracts/domain/refusal.ts'
import { at, T0 } from '../../scenario.ts'
import { after, fold } from '../given.ts'
import { dispatching, needed, reported, verified } from '../story.ts'
import { attempts, type AttemptName } from './attempts.ts'

/** One throw: what is tried, the chance it uses, and the seconds that pass before. */
export interface Throw {
  name: AttemptName
  chances: number[]
  seconds: number
}

const often: AttemptName[] = [
  'wave',
  'wave',
  'wave',
  'yes',
  'yes',
  'yes',
  'hand',
  'needs',
  'progress',
  'tick',
  'no',
  'nobody',
]
const rare: AttemptName[] = ['cancel', 'close', 'reject', 'refer']
const names = Object.keys(attempts).filter((name): name is AttemptName => name in attempts)
const usual = names.filter((name) => !rare.includes(name))

const aThrow: fc.Arbitrary<Throw> = fc.record({
  name: fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...often) },
    { weight: 29, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...rare) },
  ),
  chances: fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 }),
  seconds: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 40 }) },
    { weight: 1, arbitrary: fc.integer({ min: 41, max: 4000 }) },
  ),
})
const known = reported({ reporterId: 'rep_1' })
const beginnings = [[known], [known, needed('n1', 2), verified], dispatching(2)]

export interface Play {
  beginning: number
  throws: Throw[]
}
export const play: fc.Arbitrary<Play> = fc.record({
  beginning: fc.nat(beginnings.length - 1),
  throws: fc.array(aThrow, { minLength: 1, maxLength: 70, size: 'max' }),
})

/** What one throw did. */
export interface Moment {
  name: AttemptName
  before: Incident
  after: Incident
  now: Instant
  facts: readonly IncidentFactBody[]
  refused: RefusalCode | null
}

/** Plays the throws against the commands; `watch` sees each moment. Gives all facts and the last state. */
export const run = ({ beginning, throws }: Play, watch: (moment: Moment) => void) => {
  const begun = (beginnings[beginning] ?? []).map((fact) => at(T0, fact))
  const history: Happened<IncidentFactBody>[] = [...begun]
  let state = after(...begun)
  let now = T0
  for (const [serial, { name, chances, seconds }] of throws.entries()) {
    now = plusSeconds(now, seconds)
    const turn = { now, serial, dice: (index: number) => chances[index] ?? 0 }
    const before = state
    let facts: IncidentFactBody[] = []
    let refused: RefusalCode | null = null
    try {
      facts = attempts[name](before, turn)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused = error.code
    }
    const happened = facts.map((fact) => at(now, fact))
    state = fold(happened, before) ?? before
    history.push(...happened)
    watch({ name, before, after: state, now, facts, refused })
  }
  return { history, state }
}
