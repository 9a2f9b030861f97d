import { hasEnded } from '#contracts/domain/incident/moves.ts'
import { isActive } from '#contracts/domain/incident/read.ts'
import { defaultSla } from '#contracts/domain/sla.ts'
import type { IncidentSummary } from '#contracts/wire/routes/views.ts'
import { figuresOf, responseTargetS, type Figures } from '../../../dashboard/src/panels/incidents/figures.ts'
import { severitiesWorstFirst } from '../../../dashboard/src/panels/shared/severities.ts'
import { STALE_S } from '../../../dashboard/src/map/model.ts'
import { id as words } from '../../../dashboard/src/text/id.ts'
import { duration } from '../../../dashboard/src/time/duration.ts'
import type { Client } from '../../scenario/client.ts'
import { snapshotOf } from '../snapshot.ts'
import type { Incident } from '../subjects.ts'

const { strip } = words.incident
type AreaOf = (incident: Incident) => string
type Expected = readonly (readonly [label: string, text: string])[]

/** What is wrong of a number stands behind it; nothing while nothing is. */
const wrong = (count: number, say: (count: number) => string): string => (count === 0 ? '' : say(count))

const isOverdue = ({ alarms }: IncidentSummary): boolean =>
  alarms.some(({ what, detail }) => what === 'deadline' && detail !== 'review')
const undelivered = ({ alarms }: IncidentSummary): number =>
  alarms.filter(({ what }) => what === 'undelivered').length

/** The numbers are counted from the list that the api answers; what stands beside them is reckoned from the files. */
const ofIncidents = (open: readonly IncidentSummary[], reckoned: Figures, areaOf: AreaOf): Expected => {
  const real = open.filter(({ drill }) => !drill)
  const count = (is: (incident: IncidentSummary) => boolean): number => real.filter(is).length
  const sum = (of: (incident: IncidentSummary) => number): number =>
    real.reduce((total, incident) => total + of(incident), 0)
  const bySeverity = severitiesWorstFirst.map(
    (severity) => `${words.labels.severity[severity]}${count((one) => one.severity === severity)}`,
  )
  const wanted = sum(({ slots }) => slots.wanted)
  const free = wanted - sum(({ slots }) => slots.filled)
  const { overdue, slots, unverified, response, answered } = reckoned
  const worst = overdue.worst && `${overdue.worst.number.split('-').at(-1)}${areaOf(overdue.worst)}`
  const median = response.medianS === null ? '–' : duration(response.medianS)
  const share = answered.share === null ? '–' : `${Math.round(answered.share * 100)}%`
  return [
    [strip.active, `${real.length}${bySeverity.join('')}`],
    [strip.overdue, `${count(isOverdue)}${worst ?? ''}`],
    [strip.free, `${free}${strip.of(wanted)}${wrong(slots.stalled, strip.stalled)}`],
    [strip.undelivered, String(sum(undelivered))],
    [
      strip.unverified,
      `${count(({ status }) => status === 'reported')}${wrong(unverified.late, strip.late)}`,
    ],
    [strip.response, `${median}${strip.target(duration(responseTargetS(defaultSla)))}`],
    [strip.answered, `${share}${strip.offers(sum(({ openOffers }) => openOffers))}`],
  ]
}

const ofPeople = async (client: Client, files: readonly Incident[]): Promise<Expected> => {
  const { volunteers } = await client.call('listVolunteers', { query: { limit: 500 } })
  const incidents = files.filter(({ status }) => !hasEnded(status))
  const onTask = new Set(incidents.flatMap(({ assignments }) => assignments.filter(isActive)).map(who))
  const asked = new Set(incidents.flatMap(({ offers }) => offers).map(who))
  for (const id of onTask) asked.delete(id)
  const free = volunteers.filter(
    ({ id, duty, standing }) => duty === 'on' && standing === 'active' && !onTask.has(id) && !asked.has(id),
  )
  const there = new Set([...free.map(({ id }) => id), ...asked, ...onTask])
  // What is older than half an hour the api does not call a position any more.
  const stale = volunteers.filter(
    ({ id, position }) =>
      there.has(id) &&
      position?.source === 'recent' &&
      Date.now() - Date.parse(position.at ?? '') > STALE_S * 1000,
  )
  return [
    [strip.onDuty, String(free.length)],
    [strip.asked, String(asked.size)],
    [strip.onTask, String(onTask.size)],
    [strip.stale, String(stale.length)],
  ]
}
const who = ({ volunteerId }: { volunteerId: string }): string => volunteerId

/** Every figure of the strip as the api would have it, by its label. */
export const expectedFigures = async (client: Client, url: string): Promise<Map<string, string>> => {
  const { incidents } = await client.call('listIncidents', { query: { status: 'open', limit: 200 } })
  const { kelurahan } = await client.call('reference', {})
  const areaOf: AreaOf = ({ place }) => kelurahan.find(({ code }) => code === place.kelurahan)?.name ?? ''
  // The files of all incidents at one moment; asked for one by one they would be of many.
  const files = (await snapshotOf(url, client.token())).incidents.map(({ state }) => state)
  return new Map([
    ...ofIncidents(incidents, figuresOf(files, Date.now()), areaOf),
    ...(await ofPeople(client, files)),
  ])
}
