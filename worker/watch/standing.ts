import type { Alarm } from '#contracts/domain/incident/state.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { WatchedAlarm, WatchedIncident } from '#contracts/store/watch.ts'

/** What is wrong with the platform itself. `api_silent`: no api answers; `api_away`: some do. */
export type FaultCode =
  'mongo_away' | 'redis_away' | 'worker_silent' | 'api_silent' | 'api_away' | 'clock_skew' | 'gateway_away'

/** `forgotten`: open, and waits for nothing. `late`: what it waits for should have been done. */
export type What = Alarm['what'] | 'forgotten' | 'late' | FaultCode

/** An alarm that stands and that nobody has acknowledged. */
export interface Standing {
  /** The same for as long as it stands; raised again, it is another. */
  key: string
  what: What
  /** Which deadline. */
  detail: string
  since: Instant
  /** Of its incident. */
  number: string | null
  area: string | null
}

/** `more`: how many stand beside them and are not named. */
export interface AllStanding {
  standing: readonly Standing[]
  more: number
}

/** The name of a kelurahan of an agency. */
export type AreaOf = (agencyId: string, code: string | null) => string | null

/** Whatever somebody has acknowledged is in good hands, and is not among them. */
export const alarmOf =
  (areaOf: AreaOf) =>
  ({ incidentId, agencyId, number, place, alarm }: WatchedAlarm): Standing => ({
    key: `${incidentId}:${alarm.id}:${alarm.since}`,
    what: alarm.what,
    detail: alarm.detail,
    since: alarm.since,
    number,
    area: areaOf(agencyId, place.kelurahan),
  })

/** An incident that the platform itself neglects. */
export const neglected =
  (what: 'forgotten' | 'late', areaOf: AreaOf) =>
  (incident: WatchedIncident): Standing => ({
    key: `${what}:${incident._id}:${incident.nextDueAt ?? ''}`,
    what,
    detail: what,
    since: incident.nextDueAt ?? incident.state.changedAt,
    number: incident.state.number,
    area: areaOf(incident.agencyId, incident.state.place.kelurahan),
  })

export const helpOf = ({ volunteerId, since }: { volunteerId: string; since: Instant }): Standing => ({
  key: `sos:${volunteerId}:${since}`,
  what: 'sos',
  detail: 'volunteer',
  since,
  number: null,
  area: null,
})

export const faultOf = (code: FaultCode, since: Instant, detail: string = code): Standing => ({
  key: code === detail ? code : `${code}:${detail}`,
  what: code,
  detail,
  since,
  number: null,
  area: null,
})
