import { expect, test } from 'vitest'
import { incidentFacts } from '#contracts/domain/incident/facts.ts'
import { partnerFacts } from '#contracts/domain/partner/partner.ts'
import { policyFacts } from '#contracts/domain/policy/policy.ts'
import { procedureFacts } from '#contracts/domain/procedure/procedure.ts'
import { userFacts } from '#contracts/domain/user/user.ts'
import { volunteerFacts } from '#contracts/domain/volunteer/facts.ts'
import { ledgerRoutes } from '#contracts/wire/routes/ledger.ts'
import { topicOf, topics } from '../../dashboard/src/panels/audit/topics.ts'

const catalogues = [incidentFacts, partnerFacts, policyFacts, procedureFacts, userFacts, volunteerFacts]
const known = new Set(catalogues.flatMap((facts) => Object.keys(facts)))

test('what an auditor may ask for is made of facts that there are, in a question that the server takes', () => {
  const asked = Object.values(topics).flat()
  expect(asked.filter((type) => !known.has(type))).toEqual([])
  expect(new Set(asked).size).toBe(asked.length)
  for (const types of Object.values(topics))
    expect(ledgerRoutes.browseLedger.query.safeParse({ type: types.join(',') }).success).toBe(true)
})

test('whoever looked at a phone number is one question, of reporters and of volunteers', () => {
  const looked = [...known].filter((type) => type.endsWith('phone_shown') || type === 'phone.shown')
  expect(topics.phones.toSorted()).toEqual(looked.toSorted())
  expect(topicOf('phone.shown,volunteer.phone_shown')).toBe('phones')
  expect(topicOf('phone.shown')).toBeNull()
})
