import { expect, test } from 'vitest'
import type { PartnerFactBody } from '#contracts/domain/partner/partner.ts'
import { retireSecret, rotateSecret } from '#contracts/domain/partner/secrets.ts'
import { after, created, given } from './given.ts'

const secret = (secretId: string, direction: 'in' | 'out' = 'in') => ({ secretId, direction })
const added = (...args: Parameters<typeof secret>): PartnerFactBody => ({
  type: 'partner.secret_added',
  data: secret(...args),
})

test('a new secret stands beside the old one, a third has to wait', () => {
  given(created, added('s1'))
    .when((state) => rotateSecret(state, secret('s2')))
    .thenFacts(added('s2'))
    .thenState({ secrets: [secret('s1'), secret('s2')] })
  given(created, added('s1'), added('s2'))
    .when((state) => rotateSecret(state, secret('s3')))
    .thenRefused('two_secrets')
  given(created, added('s1'), added('s2'))
    .when((state) => rotateSecret(state, secret('s3', 'out')))
    .thenFacts(added('s3', 'out'))
})

test('the old one is retired once the new one is there', () => {
  given(created, added('s1'), added('s2'), added('o1', 'out'))
    .when((state) => retireSecret(state, 's1'))
    .thenFacts({ type: 'partner.secret_retired', data: secret('s1') })
    .thenState({ secrets: [secret('s2'), secret('o1', 'out')] })
  given(created, added('s1'), added('o1', 'out'))
    .when((state) => retireSecret(state, 's1'))
    .thenRefused('last_secret')
  given(created, added('s1'))
    .when((state) => retireSecret(state, 's9'))
    .thenRefused('not_found')
  expect(after(created, added('s1')).secrets).toEqual([secret('s1')])
})
