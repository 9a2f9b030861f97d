import { hasEnded } from '#contracts/domain/incident/moves.ts'
import { slotsAsked } from '#contracts/domain/incident/read.ts'
import type { Alarm, Incident } from '#contracts/domain/incident/state.ts'
import { severitiesWorstFirst } from '../shared/severities.ts'
import { gravest } from '../alarms/sort.ts'

/** An incident that does not go well: what is wrong with it, the gravest first. */
export interface Trouble {
  incident: Incident
  alarms: readonly [Alarm, ...Alarm[]]
  filled: number
  wanted: number
}

const troubleOf = (incident: Incident): Trouble[] => {
  const [first, ...others] = incident.alarms.toSorted(gravest)
  return first === undefined ? [] : [{ incident, alarms: [first, ...others], ...slotsAsked(incident) }]
}

const rankOf = ({ severity }: Incident): number => severitiesWorstFirst.indexOf(severity)

/** What nobody has seen yet first; then by kind, by severity, and the one that stands longest. */
const worseFirst = (a: Trouble, b: Trouble): number => {
  const seen = ({ alarms }: Trouble): number => Number(alarms.every((one) => one.acknowledgedAt !== null))
  const weight = ({ alarms: [{ what }] }: Trouble): number => Number(what !== 'sos')
  return (
    weight(a) - weight(b) ||
    seen(a) - seen(b) ||
    rankOf(a.incident) - rankOf(b.incident) ||
    gravest(a.alarms[0], b.alarms[0])
  )
}

export interface WallCity {
  troubles: Trouble[]
  /** Open incidents about which nothing is wrong, the graver first, then the newest. */
  calm: Incident[]
}

/** What a wall has to say of the open incidents: the trouble in its order, and the rest. Drills are left out. */
export const wallCity = (incidents: readonly Incident[]): WallCity => {
  const open = incidents.filter(({ drill, status }) => !drill && !hasEnded(status))
  return {
    troubles: open.flatMap(troubleOf).sort(worseFirst),
    calm: open
      .filter(({ alarms }) => alarms.length === 0)
      .toSorted((a, b) => rankOf(a) - rankOf(b) || b.reportedAt.localeCompare(a.reportedAt)),
  }
}
