import { needOf } from '#contracts/domain/incident/read.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import { type RuleCode, rulesAgainst } from '#contracts/domain/volunteer/rules.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { createRoster } from '#contracts/store/roster.ts'
import type { Context } from '../../context.ts'
import { recordsOfPerson } from '../../queries/person-records.ts'
import { matchPolicyOf } from '../../queries/policy.ts'

/** The rules that speak against him for this need, all of them named. @throws Refusal `against_rules` */
export type RulesNamed = (state: Incident, needId: string, now: Instant) => RuleCode[]

/**
 * Papers, rest and the limit on duty bar a choice by hand as they bar a round; but the command post may have seen the paper, or
 * have nobody else. Whoever sends him all the same names each rule: one that has come up since he was warned warns again.
 */
export const rulesToName = async (
  context: Context,
  agencyId: string,
  volunteer: Volunteer,
  named: readonly string[],
): Promise<RulesNamed> => {
  const { models } = context.store
  const [policy, service, records] = await Promise.all([
    matchPolicyOf(context, agencyId),
    createRoster(models).service(agencyId, context.clock.now().toISOString()),
    recordsOfPerson(models, volunteer),
  ])
  const ends = records.map(({ id }) => service.lastTaskAt.get(id) ?? '')
  const person = { records, lastTaskAt: ends.sort().at(-1) || null }
  return (state, needId, now) => {
    const need = needOf(state, needId)
    if (need === undefined) return []
    const rules = rulesAgainst(volunteer, need.task, now, policy, person)
    if (rules.some((rule) => !named.includes(rule))) throw new Refusal('against_rules', { rules })
    return rules
  }
}
