import { hasEnded } from '#contracts/domain/incident/moves.ts'
import { isActive, slotsAsked } from '#contracts/domain/incident/read.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { incidentStatuses } from '#contracts/domain/incident/words.ts'
import type { HandoverSheet } from '#contracts/domain/shift/handover-sheet.ts'
import type { Zone } from '#contracts/domain/zone/zone.ts'
import { createZones, statesOf } from '#contracts/store/zones.ts'
import type { Context } from '../context.ts'

const MOST = 300
const MOST_PEOPLE = 500
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

/** What stands open now, as codes and ids; the end of the ledger was read first. */
export const takeSheet = async (context: Context, agencyId: string): Promise<HandoverSheet> => {
  const { seq, hash } = await context.store.cursors.head(agencyId)
  const now = context.clock.now().toISOString()
  const [docs, zones, calling] = await Promise.all([
    context.incidentQueries.list({ agencyId, statuses: openStatuses, limit: MOST }),
    createZones(context.store.models).open(agencyId, now),
    context.volunteerQueries.withSos(agencyId),
  ])
  const files = docs.map(({ state }) => state)
  return {
    seq,
    hash,
    incidents: files.map(lineOf),
    stalled: files
      .flatMap(({ id, needs }) =>
        needs
          .filter(({ stalled }) => stalled !== null)
          .map((need) => ({ incidentId: id, needId: need.id, task: need.task })),
      )
      .slice(0, MOST),
    out: files
      .flatMap(({ id, assignments }) =>
        assignments
          .filter(isActive)
          .map(({ volunteerId, state }) => ({ incidentId: id, volunteerId, state })),
      )
      .slice(0, MOST_PEOPLE),
    alarms: files
      .flatMap(({ id, alarms }) =>
        alarms.map(({ what, acknowledgedAt }) => ({
          incidentId: id,
          what,
          acknowledged: acknowledgedAt !== null,
        })),
      )
      .slice(0, MOST_PEOPLE),
    callbacks: files
      .flatMap(({ id, callback }) =>
        callback === undefined || callback.doneAt !== null ? [] : [{ incidentId: id, at: callback.at }],
      )
      .toSorted((a, b) => a.at.localeCompare(b.at)),
    zones: statesOf(zones).map(zoneOf).slice(0, MOST),
    sos: calling
      .flatMap(({ _id, state: { sosAt } }) => (sosAt === null ? [] : [{ volunteerId: _id, at: sosAt }]))
      .slice(0, MOST),
  }
}
