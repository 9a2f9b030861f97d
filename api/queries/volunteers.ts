import type { Instant } from '#contracts/domain/instant.ts'
import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import { mayServe, type Unfitness } from '#contracts/domain/volunteer/fitness.ts'
import { dutySeconds, nextDutyEnd, refOf, type Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { Filed } from '#contracts/store/documents.ts'
import { isHold } from '#contracts/store/holds.ts'
import { maskPhone } from '#contracts/store/texts.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import type { Context } from '../context.ts'
import type { Answer, Given } from '../route-types.ts'
import { toE164 } from '../usecases/phone.ts'
import { matchPolicyOf } from './policy.ts'
import { callsForHelp } from './calls-for-help.ts'
import { positionOf, whereaboutsOf } from './whereabouts.ts'

const unfitnessOf = (state: Volunteer, policy: MatchPolicy, now: Instant): Unfitness | null =>
  mayServe(state, null, now, policy.demands) ??
  (dutySeconds(state, now) >= policy.dutyLimitS ? 'duty_limit' : null)

/** Volunteers as the screen shows them: with name, masked phone, what binds them and where they are. */
const viewsOf = async (
  context: Context,
  agencyId: string,
  docs: readonly Filed<'volunteer'>[],
): Promise<VolunteerView[]> => {
  const now = context.clock.now().toISOString()
  const personKeys = docs.map(({ state }) => state.personKey)
  const [persons, claims, where, records, policy, calls] = await Promise.all([
    context.store.texts.persons(docs.map(({ _id }) => _id)),
    context.store.claims.boundAmong(personKeys),
    whereaboutsOf(context, agencyId),
    context.volunteerQueries.ofPersons(agencyId, personKeys),
    matchPolicyOf(context, agencyId),
    callsForHelp(
      context.store.texts,
      docs.map(({ state }) => state),
    ),
  ])
  return docs.map(({ _id: id, version, state }) => {
    const person = persons.get(id)
    const sos = calls.get(id)
    const held = claims.get(state.personKey)
    const claim = held === undefined || isHold(held) ? undefined : held
    return {
      id,
      version,
      partnerId: state.partnerId,
      ref: refOf(state),
      displayName: person?.displayName ?? '',
      phoneMasked: maskPhone(person?.phone ?? null),
      plate: person?.plate ?? '',
      vehicle: state.vehicle,
      skills: state.skills,
      channel: state.channel,
      duty: state.duty,
      standing: state.standing,
      declaredArea: state.declaredArea,
      dutyUntil: nextDutyEnd(state),
      bound: claim ? { incidentId: claim.incidentId, offerId: claim.offerId } : null,
      position: positionOf(state, claim !== undefined, where),
      sosAt: state.sosAt,
      ...(sos && { sos }),
      agreements: state.agreements ?? [],
      trainings: state.trainings ?? [],
      trainedUntil: state.trainedUntil,
      insuredUntil: state.insuredUntil,
      dutyLimitS: state.dutyLimitS ?? null,
      dutyTodayS: dutySeconds(state, now),
      agencyDutyLimitS: policy.dutyLimitS,
      unfit: unfitnessOf(state, policy, now),
      alsoAs: records
        .filter((record) => record._id !== id && record.state.personKey === state.personKey)
        .map((record) => ({
          id: record._id,
          partnerId: record.state.partnerId,
          standing: record.state.standing,
        })),
      changedAt: state.changedAt,
    }
  })
}

/** In the order of their ids; `next` is what to ask for as `after`. */
export const listVolunteers = async (
  context: Context,
  agencyId: string,
  query: Given<Routes['listVolunteers']>['query'],
): Promise<Answer<Routes['listVolunteers']>> => {
  const { q, limit, ...filter } = query
  const text = q?.trim() || undefined
  const search = text === undefined ? undefined : { text, phone: toE164(text) }
  const docs = await context.volunteerQueries.list({ ...filter, agencyId, search, limit: limit + 1 })
  const page = docs.slice(0, limit)
  return {
    volunteers: await viewsOf(context, agencyId, page),
    next: docs.length > limit ? (page.at(-1)?._id ?? null) : null,
  }
}

/** @throws Refusal `not_found` */
export const volunteerView = async (
  context: Context,
  agencyId: string,
  id: string,
): Promise<VolunteerView> => {
  const doc = await context.store.ledger.load('volunteer', id)
  if (doc === null || doc.agencyId !== agencyId) throw new Refusal('not_found')
  const [view] = await viewsOf(context, agencyId, [doc])
  if (view === undefined) throw new Refusal('not_found')
  return view
}
