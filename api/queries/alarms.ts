import { alarmRank } from '#contracts/domain/incident/alarms.ts'
import { assignmentOf } from '#contracts/domain/incident/read.ts'
import type { Filed } from '#contracts/store/documents.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import { mayHear } from '../live/audience.ts'
import type { Answer } from '../route-types.ts'
import { callsForHelp } from './calls-for-help.ts'
import { lookForPartnerFaults } from './partner-faults.ts'
import { lookForFaults } from './system.ts'
import { lookForWatchFaults } from './watch-faults.ts'

type AlarmLine = Answer<Routes['listAlarms']>['alarms'][number]

const worstFirst = (a: AlarmLine, b: AlarmLine): number =>
  Number(a.acknowledgedAt !== null) - Number(b.acknowledgedAt !== null) ||
  alarmRank[a.what] - alarmRank[b.what] ||
  a.since.localeCompare(b.since)

const ofIncident = ({ _id, state }: Filed<'incident'>): AlarmLine[] =>
  state.alarms.map((alarm) => ({
    ...alarm,
    incidentId: _id,
    volunteerId: assignmentOf(state, alarm.subject)?.volunteerId ?? null,
    number: state.number,
    drill: state.drill,
  }))

/** A call for help of somebody who is on no task; named like the alarms of incidents. */
const ofVolunteer = (
  { _id, state: { sosAt } }: Filed<'volunteer'>,
  drill: boolean,
  sos: AlarmLine['sos'],
): AlarmLine[] =>
  sosAt === null
    ? []
    : [
        {
          id: `sos:${_id}`,
          what: 'sos',
          detail: 'volunteer',
          subject: _id,
          since: sosAt,
          acknowledgedAt: null,
          incidentId: null,
          volunteerId: _id,
          number: null,
          drill,
          ...(sos && { sos }),
        },
      ]

/** Every standing alarm of an agency, those that nobody has seen yet before the others, and what ails the platform. */
export const listAlarms = async (context: Context, caller: Caller): Promise<Answer<Routes['listAlarms']>> => {
  const { agencyId } = caller
  const [incidents, volunteers, known, system, partners, watch] = await Promise.all([
    context.incidentQueries.withAlarms(agencyId),
    context.volunteerQueries.withSos(agencyId),
    context.partnerQueries.all(),
    lookForFaults(context),
    lookForPartnerFaults(context, agencyId),
    lookForWatchFaults(context, agencyId),
  ])
  const calling = mayHear(caller, 'volunteer') ? volunteers.map(({ state }) => state) : []
  const calls = await callsForHelp(context.store.texts, calling)
  const sandboxes = new Set(known.flatMap(({ id, sandbox }) => (sandbox ? [id] : [])))
  const alarms = [
    ...incidents.flatMap(ofIncident),
    ...volunteers.flatMap((doc) => ofVolunteer(doc, sandboxes.has(doc.state.partnerId), calls.get(doc._id))),
  ].sort(worstFirst)
  const faults = [...system, ...partners, ...watch]
  context.metrics.faultsTold(faults)
  return { alarms, system: faults }
}
