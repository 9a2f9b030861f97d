import { describe, expect, test } from 'vitest'
import {
  addSecret,
  createPartner,
  evolvePartner,
  setEndpoint,
  setPartnerStatus,
  type PartnerFact,
  type PartnerFactBody,
} from '#contracts/domain/partner/partner.ts'
import { T0 } from '../scenario.ts'
import { after, birth, created, fold, given, givenNothing, identity } from './given.ts'

const disabled: PartnerFactBody = { type: 'partner.disabled', data: { reason: 'txt_1' } }
const enabled: PartnerFactBody = { type: 'partner.enabled', data: { reason: 'txt_2' } }
const url = 'https://partner.example/hooks'
const secret = (secretId: string, direction: 'in' | 'out' = 'in') => ({ secretId, direction })
const added = (...args: Parameters<typeof secret>): PartnerFactBody => ({
  type: 'partner.secret_added',
  data: secret(...args),
})
const retired = (...args: Parameters<typeof secret>): PartnerFactBody => ({
  type: 'partner.secret_retired',
  data: secret(...args),
})

test('a partner is created once, enabled, without endpoint and secrets', () => {
  givenNothing.when(() => createPartner(null, identity)).thenFacts(created)
  expect(after(created)).toEqual({
    ...birth,
    ...identity,
    url: null,
    status: 'enabled',
    secrets: [],
    createdAt: T0,
    changedAt: T0,
  })
  given(created)
    .when((state) => createPartner(state, identity))
    .thenRefused('already_done')
})

test('the endpoint is set and taken away', () => {
  given(created)
    .when((state) => setEndpoint(state, url))
    .thenFacts({ type: 'partner.endpoint_set', data: { url } })
    .thenState({ url })
  given(created, { type: 'partner.endpoint_set', data: { url } })
    .when((state) => setEndpoint(state, null))
    .thenState({ url: null })
  given(created)
    .when((state) => setEndpoint(state, null))
    .thenRefused('nothing_to_change')
})

describe('secrets', () => {
  test('two are active in each direction while rotating, then the oldest goes', () => {
    given(created)
      .when((state) => addSecret(state, secret('s1')))
      .thenFacts(added('s1'))
    given(created, added('s1'))
      .when((state) => addSecret(state, secret('s2')))
      .thenFacts(added('s2'))
    given(created, added('s1'), added('s2'))
      .when((state) => addSecret(state, secret('s3')))
      .thenFacts(retired('s1'), added('s3'))
      .thenState({ secrets: [secret('s2'), secret('s3')] })
  })

  test('the other direction does not count', () => {
    given(created, added('s1'), added('s2'))
      .when((state) => addSecret(state, secret('s3', 'out')))
      .thenFacts(added('s3', 'out'))
  })
})

test('a partner is disabled with a reason, enabled again, each once', () => {
  given(created)
    .when((state) => setPartnerStatus(state, 'disabled', 'txt_1'))
    .thenFacts(disabled)
    .thenState({ status: 'disabled', statusReason: 'txt_1' })
  given(created, disabled)
    .when((state) => setPartnerStatus(state, 'enabled', 'txt_2'))
    .thenFacts(enabled)
    .thenState({ status: 'enabled', statusReason: 'txt_2' })
  given(created)
    .when((state) => setPartnerStatus(state, 'enabled', 'txt_2'))
    .thenRefused('already_done')
  given(created, disabled)
    .when((state) => setPartnerStatus(state, 'disabled', 'txt_1'))
    .thenRefused('already_done')
})

test('facts before the birth, or of a newer release, change nothing', () => {
  const newer: PartnerFact = JSON.parse(
    '{"type":"partner.praised","data":{},"at":"2027-01-01T00:00:00.000Z"}',
  )
  const state = after(created)
  expect(fold([enabled])).toBeNull()
  expect(evolvePartner(state, newer, birth)).toBe(state)
})
