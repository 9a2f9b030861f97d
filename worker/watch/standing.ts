import type { Alarm } from '#contracts/domain/incident/state.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { WatchedIncident } from '#contracts/store/watch.ts'

/** What is wrong with the platform itself. */
export type FaultCode =
  'mongo_away' | 'redis_away' | 'worker_silent' | 'api_silent' | 'clock_skew' | 'gateway_away'

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

/** The name of a kelurahan of an agency. */
export type AreaOf = (agencyId: string, code: string | null) => string | null

const about = ({ agencyId, state }: WatchedIncident, areaOf: AreaOf) => ({
  number: state.number,
  area: areaOf(agencyId, state.place.kelurahan),
})

/** Whatever somebody has acknowledged is in good hands. */
export const alarmsOf =
  (areaOf: AreaOf) =>
  (incident: WatchedIncident): Standing[] =>
    incident.state.alarms
      .filter(({ acknowledgedAt }) => acknowledgedAt === null)
      .map(({ id, what, detail, since }) => ({
        key: `${incident._id}:${id}:${since}`,
        what,
        detail,
        since,
        ...about(incident, areaOf),
      }))

/** An incident that the platform itself neglects. */
export const neglected =
  (what: 'forgotten' | 'late', areaOf: AreaOf) =>
  (incident: WatchedIncident): Standing => ({
    key: `${what}:${incident._id}:${incident.nextDueAt ?? ''}`,
    what,
    detail: what,
    since: incident.nextDueAt ?? incident.state.changedAt,
    ...about(incident, areaOf),
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
