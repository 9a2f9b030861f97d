import { hasEnded } from '#contracts/domain/incident/moves.ts'
import { slotsAsked } from '#contracts/domain/incident/read.ts'
import type { Alarm, Incident } from '#contracts/domain/incident/state.ts'
import { severitiesWorstFirst } from '../shared/severities.ts'
import { gravest } from '../alarms/sort.ts'
import { countingAlarms } from '../alarms/unseen.ts'

/** An incident that does not go well: what is wrong with it, the gravest first. */
export interface Trouble {
  incident: Incident
  alarms: readonly [Alarm, ...Alarm[]]
  filled: number
  wanted: number
}

/** Nobody is wanted any more where it is over. */
const noSlots = { filled: 0, wanted: 0 }

const troubleOf = (incident: Incident): Trouble[] => {
  const [first, ...others] = countingAlarms(incident).toSorted(gravest)
  const slots = hasEnded(incident.status) ? noSlots : slotsAsked(incident)
  return first === undefined ? [] : [{ incident, alarms: [first, ...others], ...slots }]
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

/**
 * What a wall has to say: the trouble in its order, also of what has ended while somebody waits, and the open incidents besides.
 * Drills are left out.
 */
export const wallCity = (incidents: readonly Incident[]): WallCity => {
  const real = incidents.filter(({ drill }) => !drill)
  return {
    troubles: real.flatMap(troubleOf).sort(worseFirst),
    calm: real
      .filter(({ alarms, status }) => alarms.length === 0 && !hasEnded(status))
      .toSorted((a, b) => rankOf(a) - rankOf(b) || b.reportedAt.localeCompare(a.reportedAt)),
  }
}
