import { isCounted, type Impact } from '#contracts/domain/incident/impact.ts'
import { hasEnded } from '#contracts/domain/incident/moves.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import { severities } from '#contracts/domain/words.ts'
import type { Agency } from '#contracts/store/documents.ts'
import { labelsIn } from '#contracts/wire/labels/labels.ts'
import { witaDateTime, witaTime } from '#contracts/wire/time.ts'
import { materialLines, NIL, UNKNOWN, victimLines } from './damage-lines.ts'
import { heading, locationOf, sourceOf } from './letter.ts'

export interface Period {
  agency: Pick<Agency, 'name' | 'addressees' | 'kelurahan'>
  from: Instant
  to: Instant
  /** The incidents reported in the period, as they stood at its end, in order. */
  incidents: readonly Incident[]
}

const labels = labelsIn('id')
/** Turned away at the gate: counted, and told no further. */
const turnedAway = ['rejected', 'duplicate', 'referred', 'cancelled']

/** What is known of it; none of it is not "none" while a record does not know. */
const sum = (records: readonly Impact[], key: keyof Impact): number | null => {
  const total = records.reduce((told, record) => told + (record[key] ?? 0), 0)
  return total === 0 && records.some((record) => record[key] === null) ? null : total
}

const totalOf = (records: readonly Impact[]): Impact => ({
  dead: sum(records, 'dead'),
  missing: sum(records, 'missing'),
  injured: sum(records, 'injured'),
  displaced: sum(records, 'displaced'),
  households: sum(records, 'households'),
  persons: sum(records, 'persons'),
  housesHeavy: sum(records, 'housesHeavy'),
  housesModerate: sum(records, 'housesModerate'),
  housesLight: sum(records, 'housesLight'),
  housesFlooded: sum(records, 'housesFlooded'),
})

const countOf = (incidents: readonly Incident[]): string => {
  if (incidents.length === 0) return NIL
  const bySeverity = [...severities]
    .reverse()
    .map((severity) => ({ severity, count: incidents.filter((one) => one.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${String(count)} ${labels.severity[severity].toLowerCase()}`)
  return `${String(incidents.length)} kejadian (${bySeverity.join(', ')})`
}

const lineOf =
  ({ kelurahan }: Period['agency']) =>
  ({ hazard, place, number, occurredAt, status }: Incident, index: number): string =>
    [
      `${String(index + 1)}. ${labels.hazard[hazard]}, ${locationOf(kelurahan, place)}`,
      `    ${number} · ${witaDateTime(occurredAt).replace(/ pukul .*/, '')} ${witaTime(occurredAt)} · ${labels.incident[status]}`,
    ].join('\n')

/** A message has an end: so many are named, and all are counted. */
const MOST_NAMED = 500

/** All incidents of a period in the form of a situation report; drills are not in it. */
export const recapText = (period: Period): string => {
  const { agency, from, to, incidents } = period
  const real = incidents.filter(({ status }) => !turnedAway.includes(status))
  const open = real.filter(({ status }) => !hasEnded(status))
  const impacts = real.flatMap(({ impact }) => (impact === undefined ? [] : [impact]))
  const uncounted = real.length - impacts.filter(isCounted).length
  const total = totalOf(impacts)
  const damage = (lines: (impact: Impact) => string[]): string[] =>
    real.length > 0 && impacts.length === 0 ? [UNKNOWN] : lines(total)
  const arrived = real.flatMap(({ assignments }) =>
    assignments.filter(({ times }) => times.on_scene ?? times.working ?? times.completed),
  )
  return [
    ...heading(agency, 'Rekapitulasi Kejadian Bencana', `Rilis laporan: ${witaDateTime(to)}`, false),
    '■ PERIODE',
    `${witaDateTime(from)} s.d. ${witaDateTime(to)}`,
    '■ JUMLAH KEJADIAN',
    countOf(real),
    `Masih ditangani: ${open.length === 0 ? NIL : String(open.length)}`,
    `Ditolak, ganda, dirujuk, atau batal: ${real.length === incidents.length ? NIL : String(incidents.length - real.length)}`,
    '■ KEJADIAN',
    ...(real.length === 0 ? [NIL] : real.slice(0, MOST_NAMED).map(lineOf(agency))),
    ...(real.length > MOST_NAMED ? [`… dan ${String(real.length - MOST_NAMED)} kejadian lain`] : []),
    '■ DAMPAK',
    '※ KORBAN',
    ...damage(victimLines),
    '※ MATERIL',
    ...damage(materialLines),
    ...(impacts.length > 0 && uncounted > 0
      ? [`Data sementara: ${String(uncounted)} kejadian masih dalam pendataan.`]
      : []),
    '■ UPAYA',
    arrived.length === 0
      ? 'Relawan Top Ranger tiba di lokasi: Nihil'
      : `Relawan Top Ranger tiba di lokasi: ${String(arrived.length)} orang`,
    '■ SUMBER',
    sourceOf(agency),
  ].join('\n')
}
