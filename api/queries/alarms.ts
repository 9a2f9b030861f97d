import { alarmRank } from '#contracts/domain/incident/alarms.ts'
import { assignmentOf } from '#contracts/domain/incident/read.ts'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { FOLLOWED_S } from '#contracts/domain/volunteer/followed.ts'
import type { Filed } from '#contracts/store/documents.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Context } from '../context.ts'
import type { Answer } from '../route-types.ts'
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
  }))

/** A call for help of somebody who is on no task; named like the alarms of incidents. Seen, it stays while he is asked after. */
const ofVolunteer = ({ _id, state: { sosAt, sosSeen } }: Filed<'volunteer'>): AlarmLine[] => {
  const since = sosAt ?? sosSeen?.since ?? null
  if (since === null) return []
  const acknowledgedAt = sosAt === null ? (sosSeen?.at ?? null) : null
  const about = { id: `sos:${_id}`, what: 'sos', detail: 'volunteer', subject: _id } as const
  return [{ ...about, since, acknowledgedAt, incidentId: null, volunteerId: _id, number: null }]
}

/** Every standing alarm of an agency, those that nobody has seen yet before the others, and what ails the platform. */
export const listAlarms = async (
  context: Context,
  agencyId: string,
): Promise<Answer<Routes['listAlarms']>> => {
  const followed = plusSeconds(context.clock.now().toISOString(), -FOLLOWED_S)
  const [incidents, calling, seen, system, partners, watch] = await Promise.all([
    context.incidentQueries.withAlarms(agencyId),
    context.volunteerQueries.withSos(agencyId),
    context.volunteerQueries.withSosSeen(agencyId, followed),
    lookForFaults(context),
    lookForPartnerFaults(context, agencyId),
    lookForWatchFaults(context, agencyId),
  ])
  const volunteers = [...calling, ...seen]
  const alarms = [...incidents.flatMap(ofIncident), ...volunteers.flatMap(ofVolunteer)].sort(worstFirst)
  return { alarms, system: [...system, ...partners, ...watch] }
}
