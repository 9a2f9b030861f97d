import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Point } from '#contracts/domain/place.ts'
import { areaName } from '#contracts/domain/reference.ts'
import type { HandoverSheet } from '#contracts/domain/shift/handover-sheet.ts'
import type { SheetView } from '#contracts/wire/routes/shifts.ts'
import type { Context } from '../context.ts'
import { takeSheet } from './take-sheet.ts'

/** Everything that a sheet names: the files for their numbers, people and words because they can be erased. */
const namedIn = async (context: Context, agencyId: string, sheet: HandoverSheet) => {
  const people = [...sheet.out, ...(sheet.sos ?? [])].map(({ volunteerId }) => volunteerId)
  // Whoever waits for a call may do so for a report that has ended, and is no line of the sheet.
  const promised = (sheet.callbacks ?? []).map(({ incidentId }) => incidentId)
  const ids = new Set([...sheet.incidents.map(({ id }) => id), ...promised])
  const [{ kelurahan }, docs, persons, texts] = await Promise.all([
    context.agencies.of(agencyId),
    Promise.all([...ids].map((id) => context.store.ledger.load('incident', id))),
    context.store.texts.persons([...new Set(people)]),
    context.store.texts.read((sheet.zones ?? []).map(({ reasonId }) => reasonId)),
  ])
  const files = new Map<string, Incident>(docs.flatMap((doc) => (doc === null ? [] : [[doc._id, doc.state]])))
  return {
    files,
    subject: (incidentId: string) => ({ incidentId, number: files.get(incidentId)?.number ?? incidentId }),
    nameOf: (volunteerId: string) => persons.get(volunteerId)?.displayName ?? volunteerId,
    titleOf: (place: Point & { kelurahan: string | null }) => areaName(kelurahan, place, place.kelurahan),
    wordsOf: (textId: string) => texts[textId] ?? '',
  }
}

/** A sheet with the numbers and names of what it speaks of. What an older release did not keep is read from the file of today. */
export const sheetView = async (
  context: Context,
  agencyId: string,
  sheet: HandoverSheet,
  at: string,
): Promise<SheetView> => {
  const { files, subject, nameOf, titleOf, wordsOf } = await namedIn(context, agencyId, sheet)
  return {
    at,
    seq: sheet.seq,
    hash: sheet.hash,
    incidents: sheet.incidents.flatMap(({ id, status, wanted, filled, ...kept }) => {
      const file = files.get(id)
      if (file === undefined) return []
      const { hazard = file.hazard, severity = file.severity, place = file.place } = kept
      const title = titleOf(place)
      return [
        { ...subject(id), title, hazard, severity, status: status as Incident['status'], wanted, filled },
      ]
    }),
    stalled: sheet.stalled.map(({ incidentId, needId, task }) => ({
      ...subject(incidentId),
      task: task ?? files.get(incidentId)?.needs.find(({ id }) => id === needId)?.task ?? null,
    })),
    out: sheet.out.map(({ incidentId, volunteerId, state }) => ({
      ...subject(incidentId),
      name: nameOf(volunteerId),
      state,
    })),
    alarms: sheet.alarms.map(({ incidentId, ...alarm }) => ({ ...subject(incidentId), ...alarm })),
    callbacks: sheet.callbacks?.map(({ incidentId, at: due }) => ({ ...subject(incidentId), due })) ?? null,
    zones: sheet.zones?.map(({ reasonId, ...zone }) => ({ ...zone, reason: wordsOf(reasonId) })) ?? null,
    sos:
      sheet.sos?.map(({ volunteerId, at: since }) => ({ volunteerId, name: nameOf(volunteerId), since })) ??
      null,
    left: sheet.left ?? null,
  }
}

/** What would be handed over now. */
export const presentSheet = async (context: Context, agencyId: string): Promise<SheetView> =>
  sheetView(context, agencyId, await takeSheet(context, agencyId), context.clock.now().toISOString())
