import { hasEnded } from '#contracts/domain/incident/moves.ts'
import { slotsAsked } from '#contracts/domain/incident/read.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { slaOf, type Sla } from '#contracts/domain/sla.ts'
import type { Severity } from '#contracts/domain/words.ts'
import { countingAlarms } from '../alarms/unseen.ts'
import { severitiesWorstFirst } from '../shared/severities.ts'

const HOUR_MS = 3_600_000
/** A share of fewer than these is chance. */
const FEW = 10

/** From the report to the first yes: verified, asked and answered in time. */
export const responseTargetS = ({ verifyS, firstOffersS, acceptS }: Sla): number =>
  verifyS + firstOffersS + acceptS

export interface Figures {
  active: { count: number; lastHour: number; bySeverity: Record<Severity, number> }
  /** `late`: those that wait longer than they may. */
  unverified: { count: number; late: number }
  /** `stalled`: needs for which nobody is left to ask. */
  slots: { free: number; wanted: number; stalled: number }
  /** Incidents in which somebody has missed a deadline, and the worst of them. */
  overdue: { count: number; worst: Incident | null }
  /** Orders to come home that did not arrive, also after the end, until somebody has seen it. */
  undelivered: number
  /** Of the incidents of the last day that somebody answered; null while there are none. */
  response: { medianS: number | null; of: number }
  /** The share of the offers that somebody answered, of those that are over; null while these are too few to say. */
  answered: { share: number | null; open: number }
}

export const median = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)]
  if (upper === undefined) return null
  const lower = Number.isInteger(middle) ? sorted[middle - 1] : upper
  return ((lower ?? upper) + upper) / 2
}

const sumOf = (incidents: readonly Incident[], of: (incident: Incident) => number): number =>
  incidents.reduce((sum, incident) => sum + of(incident), 0)

/** The graver first, then the one that waits longest. */
const graver = (a: Incident, b: Incident): number =>
  severitiesWorstFirst.indexOf(a.severity) - severitiesWorstFirst.indexOf(b.severity) ||
  a.reportedAt.localeCompare(b.reportedAt)

const secondsOf = ({ reportedAt, respondingAt }: Incident): number[] =>
  respondingAt === null ? [] : [(Date.parse(respondingAt) - Date.parse(reportedAt)) / 1000]

/** The numbers of now, from the incidents that the screen has folded: the open ones and those that ended within a day. */
export const figuresOf = (folded: readonly Incident[], now: number): Figures => {
  const real = folded.filter(({ drill }) => !drill)
  const open = real.filter(({ status }) => !hasEnded(status))
  const ageMs = ({ reportedAt }: Incident): number => now - Date.parse(reportedAt)
  const waiting = open.filter(({ status }) => status === 'reported')
  const severe = (severity: Severity): number => open.filter((one) => one.severity === severity).length
  const overdue = open.filter(({ alarms }) =>
    alarms.some(({ what, detail }) => what === 'deadline' && detail !== 'review'),
  )
  const responses = real.flatMap(secondsOf)
  const ended = (end: 'accepted' | 'declined' | 'expired'): number => sumOf(real, ({ tally }) => tally[end])
  const answers = ended('accepted') + ended('declined')
  const asked = answers + ended('expired')
  const wanted = sumOf(open, (incident) => slotsAsked(incident).wanted)
  return {
    active: {
      count: open.length,
      lastHour: real.filter((incident) => ageMs(incident) < HOUR_MS).length,
      bySeverity: {
        kritis: severe('kritis'),
        tinggi: severe('tinggi'),
        sedang: severe('sedang'),
        rendah: severe('rendah'),
      },
    },
    unverified: {
      count: waiting.length,
      late: waiting.filter((incident) => ageMs(incident) > slaOf(incident).verifyS * 1000).length,
    },
    slots: {
      free: wanted - sumOf(open, (incident) => slotsAsked(incident).filled),
      wanted,
      stalled: sumOf(open, ({ needs }) => needs.filter(({ status }) => status === 'stalled').length),
    },
    overdue: { count: overdue.length, worst: overdue.toSorted(graver)[0] ?? null },
    undelivered: sumOf(
      real,
      (incident) => countingAlarms(incident).filter(({ what }) => what === 'undelivered').length,
    ),
    response: { medianS: median(responses), of: responses.length },
    answered: {
      share: asked < FEW ? null : answers / asked,
      open: sumOf(open, ({ offers }) => offers.length),
    },
  }
}
