import { expect, test } from 'vitest'
import type { PartnerFactBody } from '#contracts/domain/partner/partner.ts'
import { countingSecrets, retireSecret, rotateSecret } from '#contracts/domain/partner/secrets.ts'
import { minutes, T0 } from '../scenario.ts'
import { after, created, given } from './given.ts'

const secret = (secretId: string, direction: 'in' | 'out' = 'in') => ({ secretId, direction })
const added = (...args: Parameters<typeof secret>): PartnerFactBody => ({
  type: 'partner.secret_added',
  data: secret(...args),
})

test('a new secret stands beside the old one, a third has to wait', () => {
  given(created, added('s1'))
    .when((state) => rotateSecret(state, secret('s2'), { now: T0 }))
    .thenFacts(added('s2'))
    .thenState({ secrets: [secret('s1'), secret('s2')] })
  given(created, added('s1'), added('s2'))
    .when((state) => rotateSecret(state, secret('s3'), { now: T0 }))
    .thenRefused('two_secrets')
  given(created, added('s1'), added('s2'))
    .when((state) => rotateSecret(state, secret('s3', 'out'), { now: T0 }))
    .thenFacts(added('s3', 'out'))
})

test('the old one is retired once the new one is there', () => {
  given(created, added('s1'), added('s2'), added('o1', 'out'))
    .when((state) => retireSecret(state, 's1', T0))
    .thenFacts({ type: 'partner.secret_retired', data: secret('s1') })
    .thenState({ secrets: [secret('s2'), secret('o1', 'out')] })
  given(created, added('s1'), added('o1', 'out'))
    .when((state) => retireSecret(state, 's1', T0))
    .thenRefused('last_secret')
  given(created, added('s1'))
    .when((state) => retireSecret(state, 's9', T0))
    .thenRefused('not_found')
  expect(after(created, added('s1')).secrets).toEqual([secret('s1')])
})

test('the old one may have a last moment: it counts before it and makes room after it', () => {
  const until = minutes(60)
  const retiring: PartnerFactBody = { type: 'partner.secret_retiring', data: { ...secret('s1'), until } }
  given(created, added('s1'), added('o1', 'out'))
    .when((state) => rotateSecret(state, secret('s2'), { now: T0, oldUntil: until }))
    .thenFacts(retiring, added('s2'))
    .thenState({ secrets: [{ ...secret('s1'), until }, secret('o1', 'out'), secret('s2')] })
  const state = after(created, added('s1'), retiring, added('s2'))
  const idsAt = (now: string): string[] => countingSecrets(state, 'in', now).map(({ secretId }) => secretId)
  expect([idsAt(minutes(59)), idsAt(until)]).toEqual([['s1', 's2'], ['s2']])

  given(created, added('s1'), retiring, added('s2'))
    .when((held) => rotateSecret(held, secret('s3'), { now: minutes(59) }))
    .thenRefused('two_secrets')
  given(created, added('s1'), retiring, added('s2'))
    .when((held) => rotateSecret(held, secret('s3'), { now: until }))
    .thenFacts({ type: 'partner.secret_retired', data: secret('s1') }, added('s3'))
  given(created, added('s1'), retiring, added('s2'))
    .when((held) => retireSecret(held, 's2', until))
    .thenRefused('last_secret')
})

test('a rotation is taken back by retiring the new one: the old one has no last moment any more', () => {
  const until = minutes(60)
  const retiring: PartnerFactBody = { type: 'partner.secret_retiring', data: { ...secret('s1'), until } }
  given(created, added('s1'), retiring, added('s2'))
    .when((state) => retireSecret(state, 's2', T0))
    .thenFacts({ type: 'partner.secret_retired', data: secret('s2') }, added('s1'))
    .thenState({ secrets: [secret('s1')] })
})
