import { describe, expect, test } from 'vitest'
import {
  approveEndpoint,
  checkEndpoint,
  endpointFault,
  proposeEndpoint,
  removeEndpoint,
} from '#contracts/domain/partner/endpoint.ts'
import type { PartnerFactBody } from '#contracts/domain/partner/partner.ts'
import { minutes, T0 } from '../scenario.ts'
import { after, created, given } from './given.ts'

const url = 'https://partner.example/hooks'
const pingId = 'msg_1'
const proposed: PartnerFactBody = { type: 'partner.endpoint_proposed', data: { url, pingId } }
const checked: PartnerFactBody = { type: 'partner.endpoint_checked', data: { url, pingId } }
const set = (to: string | null): PartnerFactBody => ({ type: 'partner.endpoint_set', data: { url: to } })
const dropped: PartnerFactBody = { type: 'partner.endpoint_dropped', data: { url } }
const answered = { answered: pingId, wantsSecond: true }

describe('what may be an endpoint', () => {
  test.each<[string, boolean, string | null]>([
    ['https://partner.example/hooks?x=1', false, null],
    ['http://partner.example/hooks', true, 'must be https://'],
    ['http://127.0.0.1:9000/hooks', true, null],
    ['http://127.0.0.1:9000/hooks', false, 'must be https://'],
    ['http://0x7f.1/hooks', true, null],
    ['http://[::1]/hooks', true, null],
    ['http://localhost.evil.example/', true, 'must be https://'],
    ['ftp://partner.example', true, 'must be https://'],
    ['https://user:secret@partner.example', false, 'must not hold credentials'],
    ['https://partner.example/#there', false, 'must not hold a fragment'],
    ['partner.example', false, 'is no URL'],
  ])('%s (local mode: %s): %s', (text, localMode, fault) => {
    expect(endpointFault(text, localMode)).toBe(fault)
  })
})

describe('a new endpoint', () => {
  test('is proposed, checked, approved: and counts only then', () => {
    given(created)
      .when((state) => proposeEndpoint(state, { url, pingId }))
      .thenFacts(proposed)
      .thenState({
        url: null,
        proposal: { url, pingId, by: { kind: 'user', id: 'usr_operator' }, at: T0, checkedAt: null },
      })
    given(created, proposed)
      .when((state) => checkEndpoint(state, answered), minutes(1))
      .thenFacts(checked)
      .thenState({ url: null })
    expect(after(created, proposed, checked).proposal?.checkedAt).toBe(T0)
    given(created, proposed, checked)
      .when((state) => approveEndpoint(state, 'usr_other'))
      .thenFacts(set(url))
      .thenState({ url, proposal: null })
  })

  test('counts at once where nobody else could approve it', () => {
    given(created, proposed)
      .when((state) => checkEndpoint(state, { answered: pingId, wantsSecond: false }))
      .thenFacts(checked, set(url))
      .thenState({ url, proposal: null })
    given(created, proposed, checked)
      .when((state) => checkEndpoint(state, { answered: pingId, wantsSecond: false }))
      .thenFacts(set(url))
  })

  test('is approved by nobody before its ping was answered, and never by who proposed it', () => {
    given(created)
      .when((state) => approveEndpoint(state, 'usr_other'))
      .thenRefused('not_checked')
    given(created, proposed)
      .when((state) => approveEndpoint(state, 'usr_other'))
      .thenRefused('not_checked')
    given(created, proposed, checked)
      .when((state) => approveEndpoint(state, 'usr_operator'))
      .thenRefused('second_person')
  })

  test('must answer its own ping, not an earlier one', () => {
    for (const other of [null, 'msg_0'])
      given(created, proposed)
        .when((state) => checkEndpoint(state, { answered: other, wantsSecond: false }))
        .thenRefused('not_answered')
    given(created)
      .when((state) => checkEndpoint(state, answered))
      .thenRefused('not_checked')
  })

  test('proposed again it is checked again', () => {
    given(created, proposed, checked)
      .when((state) => proposeEndpoint(state, { url, pingId: 'msg_2' }))
      .thenFacts({ type: 'partner.endpoint_proposed', data: { url, pingId: 'msg_2' } })
    given(created, set(url))
      .when((state) => proposeEndpoint(state, { url, pingId }))
      .thenRefused('nothing_to_change')
  })

  test('leaves the present one alone until it counts; removing takes the proposal first', () => {
    const before = 'https://partner.example/old'
    expect(after(created, set(before), proposed, checked).url).toBe(before)
    given(created, set(before), proposed)
      .when((state) => removeEndpoint(state))
      .thenFacts(dropped)
      .thenState({ url: before, proposal: null })
    given(created, set(before))
      .when((state) => removeEndpoint(state))
      .thenFacts(set(null))
    given(created)
      .when((state) => removeEndpoint(state))
      .thenRefused('nothing_to_change')
  })

  test('is not what another URL set meanwhile was about', () => {
    expect(after(created, proposed, set('https://other.example')).proposal?.url).toBe(url)
    expect(after(created, proposed, set(null)).proposal?.url).toBe(url)
  })
})
