import { describe, expect, test } from 'vitest'
import { activate } from '#contracts/domain/volunteer/commands.ts'
import { agree, missingAgreements, wholeAgreement } from '#contracts/domain/volunteer/agreements.ts'
import type { VolunteerFactBody } from '#contracts/domain/volunteer/facts.ts'
import { minutes, T0 } from '../scenario.ts'
import { activated, after, agreed, given, registered, wayTo } from './given.ts'

const consent = { to: 'consent', version: '2026-01' } as const
const conduct = { to: 'code_of_conduct', version: '2026-01' } as const
const toConsent: VolunteerFactBody = { type: 'volunteer.agreed', data: consent }
const toConduct: VolunteerFactBody = { type: 'volunteer.agreed', data: conduct }

describe('the gate before active', () => {
  test.each<[string, VolunteerFactBody[], string[]]>([
    ['nothing', [], ['consent', 'code_of_conduct']],
    ['consent alone', [toConsent], ['code_of_conduct']],
    ['the code of conduct alone', [toConduct], ['consent']],
  ])('%s is not enough', (_, facts, missing) => {
    given(registered, ...facts)
      .when((state) => activate(state))
      .thenRefused('no_agreement', { missing })
  })

  test('opens with both, recorded before or in the same act', () => {
    given(registered, ...agreed)
      .when((state) => activate(state))
      .thenFacts(activated)
    given(registered, toConsent)
      .when((state) => activate(state, wholeAgreement))
      .thenFacts(toConduct, activated)
      .thenState({ standing: 'active' })
  })

  test('does not open for somebody who is no longer pending', () => {
    given(...wayTo.suspended)
      .when((state) => activate(state, wholeAgreement))
      .thenRefused('illegal_move', { from: 'suspended', to: 'active' })
  })
})

describe('agreeing', () => {
  test('is remembered with the version, the moment and who recorded it', () => {
    given(registered)
      .when((state) => agree(state, [consent]), minutes(2))
      .thenFacts(toConsent)
      .thenState({ agreements: [{ ...consent, at: minutes(2), by: { kind: 'user', id: 'usr_operator' } }] })
  })

  test('to a newer text takes the place of the old one, to the same text is no change', () => {
    const newer: VolunteerFactBody = { type: 'volunteer.agreed', data: { ...consent, version: '2027-03' } }
    expect(after(registered, ...agreed, newer).agreements).toMatchObject([
      conduct,
      { ...consent, version: '2027-03' },
    ])
    given(registered, toConsent)
      .when((state) => agree(state, [consent]))
      .thenRefused('nothing_to_change')
  })

  test('ends with leaving', () => {
    const state = after(registered, ...agreed, { type: 'volunteer.withdrawn', data: {} })
    expect(missingAgreements(state)).toEqual(['consent', 'code_of_conduct'])
    given(...wayTo.withdrawn)
      .when((gone) => agree(gone, [consent]))
      .thenRefused('illegal_move', { from: 'withdrawn' })
  })

  test('of an older release there is none', () => {
    expect(after(registered)).not.toHaveProperty('agreements')
    expect(after(registered).registeredAt).toBe(T0)
  })
})
