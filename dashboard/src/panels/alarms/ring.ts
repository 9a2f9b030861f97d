import type { Alarm } from '#contracts/domain/incident/state.ts'
import type { Answer } from '../../api/types.ts'
import type { StandingAlarm } from './sort.ts'

type Listed = Answer<'listIncidents'>['incidents'][number]
type Fault = Answer<'listAlarms'>['system'][number]

/** What stands now, as this screen knows it. */
export interface Scene {
  alarms: readonly StandingAlarm[]
  faults: readonly Fault[]
  incidents: readonly Listed[]
  /** Since when this screen has heard nothing, when that has lasted long enough to say so; any unit. */
  silentSince: number | null
}

/** The status in which this screen first saw each critical incident; `before`: it was there when the screen opened. */
export type Met = ReadonlyMap<string, Listed['status'] | 'before'>

/** What this screen remembers. `met` is null until the city is known: until then no incident is new. */
export interface Memory {
  met: Met | null
  opened: ReadonlySet<string>
  spoken: ReadonlySet<string>
}

/** Something that a person has to know of. `key` is the same as long as it is the same event. */
export type Ringing = { key: string; rings: boolean } & (
  | { what: 'critical'; incident: Listed }
  | { what: Alarm['what']; alarm: StandingAlarm; incident: Listed | undefined }
  | { what: 'fault'; code: string }
  | { what: 'silence' }
)

/** Remembers the critical incidents that were not met before; the same map when there are none. */
export const meet = (met: Met | null, incidents: readonly Listed[]): Met => {
  const strangers = incidents.filter(({ id, severity }) => severity === 'kritis' && met?.has(id) !== true)
  if (met !== null && strangers.length === 0) return met
  return new Map([
    ...(met ?? []),
    ...strangers.map(({ id, status }) => [id, met === null ? 'before' : status] as const),
  ])
}

const isUntouched = ({ id, status, severity }: Listed, { met, opened }: Memory): boolean =>
  severity === 'kritis' &&
  (status === 'reported' || status === 'verified') &&
  met?.get(id) === status &&
  !opened.has(id)

/** Everything that waits for a person; a missed deadline is said but makes no sound. */
const standing = ({ alarms, faults, incidents, silentSince }: Scene, memory: Memory): Ringing[] => [
  ...alarms
    .filter(({ acknowledgedAt }) => acknowledgedAt === null)
    .map((alarm) => ({
      key: `${alarm.incidentId ?? alarm.volunteerId ?? ''}/${alarm.id}/${alarm.since}`,
      rings: alarm.what !== 'deadline',
      what: alarm.what,
      alarm,
      incident: incidents.find(({ id }) => id === alarm.incidentId),
    })),
  ...incidents
    .filter((incident) => isUntouched(incident, memory))
    .map((incident) => ({
      key: `critical/${incident.id}`,
      rings: true,
      what: 'critical' as const,
      incident,
    })),
  ...faults.map(({ code, since }) => ({
    key: `fault/${code}/${since ?? ''}`,
    rings: true,
    what: 'fault' as const,
    code,
  })),
  ...(silentSince === null
    ? []
    : [{ key: `silence/${String(silentSince)}`, rings: true, what: 'silence' as const }]),
]

/** Does it ring, and what has not been said yet? */
export const ringOf = (scene: Scene, memory: Memory): { ring: boolean; say: Ringing[] } => {
  const all = standing(scene, memory)
  return { ring: all.some(({ rings }) => rings), say: all.filter(({ key }) => !memory.spoken.has(key)) }
}
