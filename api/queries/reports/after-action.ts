import type { PlacedFact } from '#contracts/domain/fact.ts'
import { Impact } from '#contracts/domain/incident/impact.ts'
import type { IncidentFactOf } from '#contracts/domain/incident/facts.ts'
import { slotsAsked } from '#contracts/domain/incident/read.ts'
import { secondsBetween } from '#contracts/domain/instant.ts'
import { coarse } from '#contracts/domain/place.ts'
import { areaName, type Kelurahan } from '#contracts/domain/reference.ts'
import { slaOf, type Sla } from '#contracts/domain/sla.ts'
import type { AfterAction } from '#contracts/wire/routes/report-views.ts'
import type { Context } from '../../context.ts'
import { incidentAsOf, type AsOf } from './as-of.ts'
import { arrivalOf, stepsOf } from './steps.ts'
import { timelineOf } from './timeline.ts'

const dataOf = <T extends 'offer.created' | 'deadline.missed'>(
  facts: readonly PlacedFact[],
  type: T,
): { at: string; data: IncidentFactOf<T>['data'] }[] =>
  facts.filter((fact) => fact.type === type).map(({ at, data }) => ({ at, data: data as never }))

const journeysOf = ({ incident, facts }: AsOf, sla: Sla): AfterAction['journeys'] => {
  const origins = new Map(dataOf(facts, 'offer.created').map(({ data }) => [data.offerId, data.position]))
  const limitS = slaOf(incident, sla).arriveS[incident.severity]
  return incident.assignments
    .toSorted((a, b) => a.acceptedAt.localeCompare(b.acceptedAt))
    .map((assignment, index) => {
      const arrivedAt = arrivalOf(assignment)
      const tookS = arrivedAt === null ? null : Math.max(0, secondsBetween(assignment.acceptedAt, arrivedAt))
      const position = origins.get(assignment.offerId)
      return {
        order: index + 1,
        acceptedAt: assignment.acceptedAt,
        arrivedAt,
        promisedS: assignment.etaS,
        tookS,
        limitS,
        late: tookS !== null && tookS > limitS,
        from: position ? coarse(position) : null,
      }
    })
}

const peopleOf = ({ incident, facts }: AsOf): AfterAction['people'] => {
  const { tally, assignments } = incident
  const ended = (state: string): number => assignments.filter((one) => one.state === state).length
  return {
    wanted: slotsAsked(incident).wanted,
    offered: dataOf(facts, 'offer.created').length,
    accepted: assignments.length,
    declined: tally.declined,
    silent: tally.expired,
    withdrawn: tally.withdrawn,
    arrived: assignments.filter((one) => arrivalOf(one) !== null).length,
    completed: ended('completed'),
    released: ended('released'),
    failed: ended('failed'),
    stoodDown: ended('stood_down'),
  }
}

/** What came of an incident as its facts tell it; people by number and never by name. */
export const afterActionOf = (told: AsOf, areas: readonly Kelurahan[], sla: Sla): AfterAction => {
  const { at, incident, facts } = told
  const { id, number, hazard, severity, status, drill, place, occurredAt, reportedAt, impact } = incident
  return {
    id,
    number,
    title: areaName(areas, place, place.kelurahan),
    hazard,
    severity,
    status,
    drill,
    place,
    at,
    occurredAt,
    reportedAt,
    steps: stepsOf(told, sla),
    people: peopleOf(told),
    journeys: journeysOf(told, sla),
    missed: dataOf(facts, 'deadline.missed').map(({ at, data: { what, dueAt } }) => ({ what, dueAt, at })),
    impact: impact === undefined ? null : { ...Impact.parse(impact), at: impact.at },
    timeline: timelineOf(facts),
  }
}

/** @throws Refusal `not_found` */
export const afterAction = async (context: Context, agencyId: string, id: string): Promise<AfterAction> => {
  const [{ kelurahan }, told] = await Promise.all([
    context.agencies.of(agencyId),
    incidentAsOf(context, agencyId, id, context.clock.now().toISOString()),
  ])
  return afterActionOf(told, kelurahan, context.store.sla)
}
