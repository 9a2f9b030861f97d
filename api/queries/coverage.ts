import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import { policyAt } from '#contracts/domain/policy/speed.ts'
import { mayServe } from '#contracts/domain/volunteer/fitness.ts'
import { positionOf } from '#contracts/domain/whereabouts/believed.ts'
import { coverageOf, type Helper } from '#contracts/domain/whereabouts/coverage.ts'
import { inForce } from '#contracts/domain/zone/across.ts'
import { createRoster } from '#contracts/store/roster.ts'
import { createZones, statesOf } from '#contracts/store/zones.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Context } from '../context.ts'
import type { Answer } from '../route-types.ts'
import { knownPlacesOf } from './known-places.ts'
import { matchPolicyOf } from './policy.ts'

/** Redis away: nobody is known to have a passenger. */
const tripsIn = ({ presence, log }: Context, agencyId: string): Promise<ReadonlySet<string>> =>
  presence.trips(agencyId).catch((err: unknown) => {
    log.debug({ err }, 'no trips')
    return new Set<string>()
  })

/** Everybody on duty who may be sent to a real incident; `position` null: nobody knows where he is. */
const onDutyIn = async (context: Context, agencyId: string, policy: MatchPolicy, at: Date) => {
  const roster = createRoster(context.store.models)
  const [volunteers, partners, bound, trips, known] = await Promise.all([
    roster.volunteers(agencyId),
    roster.partners(agencyId),
    roster.bound(),
    tripsIn(context, agencyId),
    knownPlacesOf(context, agencyId),
  ])
  const isReal = (partnerId: string): boolean => partners.get(partnerId)?.sandbox === false
  return volunteers
    .filter(
      (one) =>
        one.duty === 'on' &&
        isReal(one.partnerId) &&
        mayServe(one, null, at.toISOString(), policy.demands) === null,
    )
    .map((one) => ({
      personKey: one.personKey,
      vehicle: one.vehicle,
      onTrip: trips.has(one.id),
      bound: bound.has(one.personKey),
      position: positionOf(one, known, at, policy),
    }))
}

const personsIn = (people: readonly Pick<Helper, 'personKey'>[]): Set<string> =>
  new Set(people.map(({ personKey }) => personKey))

/** How many reach each kelurahan in so many minutes, by what a match round would go by at this moment. */
export const readCoverage = async (
  context: Context,
  agencyId: string,
  minutes: number,
): Promise<Answer<Routes['readCoverage']>> => {
  const now = context.clock.now()
  const at = now.toISOString()
  const [agency, policy, zones] = await Promise.all([
    context.agencies.of(agencyId),
    matchPolicyOf(context, agencyId),
    createZones(context.store.models).open(agencyId, at),
  ])
  const people = await onDutyIn(context, agencyId, policy, now)
  const helpers = people.flatMap(({ position, ...one }) => (position === null ? [] : [{ ...one, position }]))
  const [all, placed] = [personsIn(people), personsIn(helpers)]
  const danger = inForce(statesOf(zones), false, at)
  return {
    at,
    minutes,
    onDuty: all.size,
    unplaced: all.size - placed.size,
    areas: coverageOf(agency.kelurahan, helpers, danger, minutes * 60, policyAt(policy, at)),
  }
}
