import { expect } from 'vitest'
import type { z } from 'zod'
import type { Actor, Birth, FactBody, Happened } from '#contracts/domain/fact.ts'
import { plusSeconds, type Instant } from '#contracts/domain/instant.ts'
import { Refusal, type RefusalCode } from '#contracts/domain/refusal.ts'

/** The moment of every fact and command that does not say another one. */
export const T0: Instant = '2026-01-17T05:00:00.000Z'
export const minutes = (count: number): Instant => plusSeconds(T0, count * 60)

const operator: Actor = { kind: 'user', id: 'usr_operator' }

/** The fact, as it happened at that moment. */
export const at = <B extends FactBody>(moment: Instant, body: B): Happened<B> => ({
  ...body,
  at: moment,
  by: operator,
})

/** Commands and folds are pure: whatever they are given is frozen, so that a change in place throws. */
export const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  Object.values(value).forEach(frozen)
  return value
}

interface Kind<S, B extends FactBody> {
  evolve: (state: S | null, fact: Happened<B>, birth: Birth) => S | null
  birth: Birth
  catalogue: Readonly<Record<string, z.ZodType>>
}

/** Given / when / then for one kind of entity. */
export const scenariosOf = <S, B extends FactBody>({ evolve, birth, catalogue }: Kind<S, B>) => {
  const happened = (fact: B | Happened<B>, moment: Instant): Happened<B> =>
    'at' in fact ? fact : at(moment, fact)

  const fold = (facts: readonly (B | Happened<B>)[], from: S | null = null, moment = T0): S | null =>
    facts.reduce<S | null>(
      (state, fact) => frozen(evolve(state, happened(fact, moment), birth)),
      frozen(from),
    )

  /** The state after these facts. */
  const after = (...facts: (B | Happened<B>)[]): S => {
    const state = fold(facts)
    if (state === null) throw new Error('these facts bring nothing to life')
    return state
  }

  /** Runs a command; a refusal is an outcome, anything else that is thrown is a bug. */
  const outcomeOf = (before: S | null, command: () => B[], moment: Instant) => {
    let facts: B[] = []
    let refusal: Refusal | null = null
    try {
      facts = command()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refusal = error
    }
    const granted = (): B[] => {
      expect(refusal?.message).toBeUndefined()
      for (const fact of facts) expect(catalogue[fact.type]?.parse(fact.data)).toEqual(fact.data)
      return facts
    }
    const outcome = {
      /** Exactly these facts, each as its schema wants it. */
      thenFacts: (...expected: B[]) => {
        expect(granted()).toEqual(expected)
        return outcome
      },
      thenTypes: (...types: B['type'][]) => {
        expect(granted().map(({ type }) => type)).toEqual(types)
        return outcome
      },
      /** The state folded from what was there and what has come, as far as told. */
      thenState: (expected: Partial<S>) => {
        expect(fold(granted(), before, moment)).toMatchObject(expected)
        return outcome
      },
      thenRefused: (code: RefusalCode, detail?: Readonly<Record<string, unknown>>) => {
        expect(refusal?.code ?? facts).toBe(code)
        if (detail !== undefined) expect(refusal?.detail).toEqual(detail)
      },
    }
    return outcome
  }

  const given = (...facts: (B | Happened<B>)[]) => ({
    when: (command: (state: S) => B[], moment = T0) => {
      const state = after(...facts)
      return outcomeOf(state, () => command(state), moment)
    },
  })
  const givenNothing = { when: (command: () => B[]) => outcomeOf(null, command, T0) }

  return { given, givenNothing, after, fold }
}
