import { isActive, slotsAsked } from '#contracts/domain/incident/read.ts'
import { hasEnded } from '#contracts/domain/incident/moves.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { incidentStatuses } from '#contracts/domain/incident/words.ts'
import type { HandoverSheet } from '#contracts/domain/shift/shift.ts'
import { areaName } from '#contracts/domain/reference.ts'
import type { SheetView } from '#contracts/wire/routes/shifts.ts'
import type { Context } from '../context.ts'

const MOST = 300
const openStatuses = incidentStatuses.filter((status) => !hasEnded(status))

/** What stands open now, as codes and ids; the end of the ledger was read first. */
export const takeSheet = async (context: Context, agencyId: string): Promise<HandoverSheet> => {
  const { seq, hash } = await context.store.cursors.head(agencyId)
  const docs = await context.incidentQueries.list({ agencyId, statuses: openStatuses, limit: MOST })
  const files = docs.map(({ state }) => state)
  return {
    seq,
    hash,
    incidents: files.map((file) => ({ id: file.id, status: file.status, ...slotsAsked(file) })),
    stalled: files
      .flatMap(({ id, needs }) =>
        needs.filter(({ stalled }) => stalled !== null).map((need) => ({ incidentId: id, needId: need.id })),
      )
      .slice(0, MOST),
    out: files
      .flatMap(({ id, assignments }) =>
        assignments
          .filter(isActive)
          .map(({ volunteerId, state }) => ({ incidentId: id, volunteerId, state })),
      )
      .slice(0, 500),
    alarms: files
      .flatMap(({ id, alarms }) =>
        alarms.map(({ what, acknowledgedAt }) => ({
          incidentId: id,
          what,
          acknowledged: acknowledgedAt !== null,
        })),
      )
      .slice(0, 500),
  }
}

/** A sheet with the numbers and names of what it speaks of. */
export const sheetView = async (
  context: Context,
  agencyId: string,
  sheet: HandoverSheet,
  at: string,
): Promise<SheetView> => {
  const ids = [...new Set(sheet.incidents.map(({ id }) => id))]
  const [{ kelurahan }, docs, persons] = await Promise.all([
    context.agencies.of(agencyId),
    Promise.all(ids.map((id) => context.store.ledger.load('incident', id))),
    context.store.texts.persons(sheet.out.map(({ volunteerId }) => volunteerId)),
  ])
  const files = new Map<string, Incident>(docs.flatMap((doc) => (doc === null ? [] : [[doc._id, doc.state]])))
  const subject = (incidentId: string) => ({
    incidentId,
    number: files.get(incidentId)?.number ?? incidentId,
  })
  return {
    at,
    seq: sheet.seq,
    hash: sheet.hash,
    incidents: sheet.incidents.flatMap(({ id, status, wanted, filled }) => {
      const file = files.get(id)
      if (file === undefined) return []
      const { hazard, severity, place } = file
      const title = areaName(kelurahan, place, place.kelurahan)
      return [
        { ...subject(id), title, hazard, severity, status: status as Incident['status'], wanted, filled },
      ]
    }),
    stalled: sheet.stalled.map(({ incidentId, needId }) => ({
      ...subject(incidentId),
      task: files.get(incidentId)?.needs.find(({ id }) => id === needId)?.task ?? null,
    })),
    out: sheet.out.map(({ incidentId, volunteerId, state }) => ({
      ...subject(incidentId),
      name: persons.get(volunteerId)?.displayName ?? volunteerId,
      state,
    })),
    alarms: sheet.alarms.map(({ incidentId, ...alarm }) => ({ ...subject(incidentId), ...alarm })),
  }
}

/** What would be handed over now. */
export const presentSheet = async (context: Context, agencyId: string): Promise<SheetView> =>
  sheetView(context, agencyId, await takeSheet(context, agencyId), context.clock.now().toISOString())
