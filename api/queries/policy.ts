import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import { FIRST_NUMBER, firstPolicy, policyIdOf, policyOf } from '#contracts/domain/policy/policy.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { PolicyView } from '#contracts/wire/routes/policy.ts'
import type { Context } from '../context.ts'
import type { Answer } from '../route-types.ts'
import { personIn, settingsChanges } from './settings-changes.ts'

/** What the agency asks by at present. */
export const matchPolicyOf = async ({ store }: Context, agencyId: string): Promise<MatchPolicy> =>
  policyOf((await store.ledger.load('policy', policyIdOf(agencyId)))?.state ?? null)

export const readPolicy = async (
  { store, credentials }: Context,
  agencyId: string,
): Promise<Answer<Routes['readPolicy']>> => {
  const [doc, known] = await Promise.all([
    store.ledger.load('policy', policyIdOf(agencyId)),
    credentials.ofAgency(agencyId),
  ])
  const state = doc?.state ?? null
  const { version, ...settings } = policyOf(state)
  return {
    number: state?.number ?? FIRST_NUMBER,
    version,
    settings,
    defaults: firstPolicy.settings,
    changedAt: state?.changedAt ?? null,
    changedBy: state === null ? null : personIn(known, state.changedBy.id),
  }
}

/** @throws Refusal `not_found` for another agency's */
export const policyView = (context: Context, agencyId: string, id: string): Promise<PolicyView> => {
  if (id !== policyIdOf(agencyId)) throw new Refusal('not_found')
  return readPolicy(context, agencyId)
}

export const listPolicyChanges = (
  context: Context,
  agencyId: string,
): Promise<Answer<Routes['listPolicyChanges']>> =>
  settingsChanges(context, agencyId, policyIdOf(agencyId), 'policy.changed')
