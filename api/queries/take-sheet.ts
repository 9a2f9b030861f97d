import { hasEnded } from '#contracts/domain/incident/moves.ts'
import { isActive, slotsAsked } from '#contracts/domain/incident/read.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { incidentStatuses } from '#contracts/domain/incident/words.ts'
import type { HandoverSheet } from '#contracts/domain/shift/handover-sheet.ts'
import { severities } from '#contracts/domain/words.ts'
import type { Zone } from '#contracts/domain/zone/zone.ts'
import { createZones, statesOf } from '#contracts/store/zones.ts'
import type { Context } from '../context.ts'

const MOST = 300
const MOST_PEOPLE = 500
const PAGE = 500
const openStatuses = incidentStatuses.filter((status) => !hasEnded(status))

const lineOf = (file: Incident): HandoverSheet['incidents'][number] => {
  const { id, status, hazard, severity } = file
  const { lat, lng, kelurahan } = file.place
  return { id, status, ...slotsAsked(file), hazard, severity, place: { lat, lng, kelurahan } }
}

const zoneOf = ({ id, kind, bars, from, until, reason, drill }: Zone) => ({
  id,
  kind,
  bars,
  from,
  until,
  reasonId: reason.textId,
  drill,
})

/** Everything that a sheet could hold; what it cannot is counted. */
type Whole = Required<Omit<HandoverSheet, 'seq' | 'hash' | 'left'>>

const cut = (whole: Whole): Omit<HandoverSheet, 'seq' | 'hash'> => {
  const most: Record<keyof Whole, number> = {
    incidents: MOST,
    stalled: MOST,
    out: MOST_PEOPLE,
    alarms: MOST_PEOPLE,
    callbacks: MOST,
    zones: MOST,
    sos: MOST,
  }
  const parts = Object.keys(most) as (keyof Whole)[]
  const left = Object.fromEntries(
    parts.map((part) => [part, Math.max(0, whole[part].length - most[part])]),
  ) as Record<keyof Whole, number>
  const kept = Object.fromEntries(parts.map((part) => [part, whole[part].slice(0, most[part])])) as Whole
  return Object.values(left).some((count) => count > 0) ? { ...kept, left } : kept
}

const worstFirst = (a: Incident, b: Incident): number =>
  severities.indexOf(b.severity) - severities.indexOf(a.severity)

/** What is left to the next crew of these open files, newest first; the gravest stand first. `ended`: whose reporters wait for a call. */
export const sheetOf = (
  open: readonly Incident[],
  beside: Pick<Whole, 'zones' | 'sos'>,
  ended: readonly Incident[] = [],
) => {
  const files = open.toSorted(worstFirst)
  return cut({
    ...beside,
    incidents: files.map(lineOf),
    stalled: files.flatMap(({ id, needs }) =>
      needs
        .filter(({ stalled }) => stalled !== null)
        .map((need) => ({ incidentId: id, needId: need.id, task: need.task })),
    ),
    out: files.flatMap(({ id, assignments }) =>
      assignments.filter(isActive).map(({ volunteerId, state }) => ({ incidentId: id, volunteerId, state })),
    ),
    alarms: files.flatMap(({ id, alarms }) =>
      alarms.map(({ what, acknowledgedAt }) => ({
        incidentId: id,
        what,
        acknowledged: acknowledgedAt !== null,
      })),
    ),
    callbacks: [...files, ...ended]
      .flatMap(({ id, callback }) =>
        callback === undefined || callback.doneAt !== null ? [] : [{ incidentId: id, at: callback.at }],
      )
      .toSorted((a, b) => a.at.localeCompare(b.at)),
  })
}

/** Every open file, page by page. */
const openFiles = async (context: Context, agencyId: string): Promise<Incident[]> => {
  const files: Incident[] = []
  for (;;) {
    const before = files.at(-1)?.id
    const page = {
      agencyId,
      statuses: openStatuses,
      limit: PAGE,
      ...(before === undefined ? {} : { before }),
    }
    const docs = await context.incidentQueries.list(page)
    files.push(...docs.map(({ state }) => state))
    if (docs.length < PAGE) return files
  }
}

/** What stands open now, as codes and ids; the end of the ledger was read first. */
export const takeSheet = async (context: Context, agencyId: string): Promise<HandoverSheet> => {
  const { seq, hash } = await context.store.cursors.head(agencyId)
  const now = context.clock.now().toISOString()
  const [files, zones, calling, ended] = await Promise.all([
    openFiles(context, agencyId),
    createZones(context.store.models).open(agencyId, now),
    context.volunteerQueries.withSos(agencyId),
    context.incidentQueries.endedWithCallback(agencyId),
  ])
  const sos = calling.flatMap(({ _id, state: { sosAt } }) =>
    sosAt === null ? [] : [{ volunteerId: _id, at: sosAt }],
  )
  return {
    seq,
    hash,
    ...sheetOf(
      files,
      { zones: statesOf(zones).map(zoneOf), sos },
      ended.map(({ state }) => state),
    ),
  }
}
