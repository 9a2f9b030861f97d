import type { IncidentFactBody, IncidentFactOf } from '#contracts/domain/incident/facts.ts'
import { PARTNER, volunteerOf } from './office.ts'
import { idOf, type Pen } from './write.ts'

const place = { lat: -10.1702, lng: 123.6268, kelurahan: null, doubt: false }
const need = idOf('nd', 'pantau')
const bearer = (n: number) => ({ volunteerId: volunteerOf(n), partnerId: PARTNER })
const offer = (n: number) => ({ offerId: idOf('of', `tawaran ${n}`), ...bearer(n) })
const task = (n: number) => ({ assignmentId: idOf('as', `tugas ${n}`), ...bearer(n) })

const reported = async (pen: Pen, id: string, number: string): Promise<void> => {
  const description = await pen.text(id, 'Contoh: genangan setinggi lutut.')
  const said = {
    number,
    hazard: 'banjir',
    severity: 'tinggi',
    place,
    channel: 'telepon',
    description,
  } as const
  await pen.write('incident', id, {
    type: 'incident.reported',
    data: {
      ...said,
      addressTextId: null,
      reporterId: null,
      drill: false,
      occurredAt: pen.in(0),
      follows: null,
    },
  })
}

/** One after the other, each a change of its own. */
const all = async (pen: Pen, id: string, facts: readonly IncidentFactBody[]): Promise<void> => {
  for (const fact of facts) await pen.write('incident', id, fact)
}

const created = (pen: Pen, n: number): IncidentFactBody => ({
  type: 'offer.created',
  data: { ...offer(n), needId: need, slot: 0, channel: 'webhook', expiresAt: pen.in(300), wave: 1, search: 0, why: null, position: null, chosenBy: 'match', reason: null },
}) // prettier-ignore
const accepted = (n: number, slot: number): IncidentFactBody => ({
  type: 'offer.accepted',
  data: { ...offer(n), assignmentId: task(n).assignmentId, needId: need, slot, etaS: 300 },
})
const progressed = (pen: Pen, n: number, state: IncidentFactOf<'assignment.progressed'>['data']['state']): IncidentFactBody => ({
  type: 'assignment.progressed',
  data: { ...task(n), state, at: pen.in(0), point: null },
}) // prettier-ignore

/** An incident from its report to its end, on which everything happens that may happen on one. */
export const writeIncident = async (pen: Pen, id: string, number: string): Promise<void> => {
  await reported(pen, id, number)
  const { textId, digest } = await pen.text(id, 'Contoh: sudah ditelepon.')
  const other = idOf('nd', 'evakuasi')
  const wanted = { task: 'pantau', vehicle: 'any', skill: null } as const
  await all(pen, id, [
    { type: 'callback.planned', data: { at: pen.in(60) } },
    { type: 'callback.done', data: { note: textId } },
    { type: 'phone.shown', data: { reason: 'konfirmasi_laporan', textId, digest, volunteerId: null } },
    { type: 'incident.corrected', data: { severity: 'kritis' } },
    { type: 'incident.verified', data: { note: null } },
    { type: 'trc.departed', data: { at: pen.in(0) } },
    { type: 'trc.arrived', data: { at: pen.in(0) } },
    { type: 'need.added', data: { needId: need, quantity: 3, ...wanted } },
    { type: 'need.added', data: { needId: other, quantity: 1, ...wanted } },
    { type: 'need.changed', data: { needId: need, vehicle: 'any', skill: null, quantity: 2 } },
    { type: 'need.dropped', data: { needId: other, reason: null } },
    { type: 'incident.dispatched', data: {} },
    { type: 'wave.opened', data: { wave: 1, search: 0, ring: 0, offers: 6, nextWaveAt: pen.in(45), policyVersion: 'contoh' } },
    ...[1, 2, 3, 4, 5].map((n) => created(pen, n)),
    { type: 'need.asking', data: { needId: need } },
    { type: 'offer.declined', data: { ...offer(3), reason: 'personal' } },
    { type: 'offer.expired', data: { ...offer(4), reason: 'undelivered' } },
    accepted(1, 0),
    { type: 'incident.responding', data: {} },
    accepted(2, 1),
    { type: 'need.filled', data: { needId: need } },
    { type: 'offer.withdrawn', data: { ...offer(5), reason: 'filled' } },
    { type: 'acceptance.refused', data: { ...offer(5), outcome: 'already_filled' } },
    { type: 'delivery.failed', data: { what: 'withdrawal', subject: offer(5).offerId, ...bearer(5) } },
    { type: 'alarm.acknowledged', data: { alarm: `delivery:${offer(5).offerId}` } },
    { type: 'assignment.acknowledged', data: { assignmentId: task(1).assignmentId, volunteerId: volunteerOf(1), what: 'confirmed', how: 'read' } },
    progressed(pen, 1, 'en_route'),
    { type: 'assignment.released', data: { ...task(2), needId: need, note: null } },
    { type: 'search.repeated', data: { search: 1 } },
    { type: 'search.widened', data: { ring: 1 } },
    { type: 'need.stalled', data: { needId: need, considered: 0, reasons: {}, remedies: [] } },
    { type: 'need.stall_explained', data: { needId: need, wanted: 1, ring: 1, chance: null, considered: 0, reasons: {}, remedies: [], wave: 2, policyVersion: 'contoh', roundId: 'rnd_contoh' } },
    created(pen, 6),
    accepted(6, 1),
    { type: 'assignment.failed', data: { ...task(6), needId: need, note: null } },
    created(pen, 7),
    accepted(7, 1),
    created(pen, 8),
    { type: 'assignment.reassigned', data: { ...task(7), to: task(8).assignmentId } },
    accepted(8, 1),
  ]) // prettier-ignore
  await writeContact(pen, id)
}

/** What is said and seen while somebody is out, until everybody is home. */
const writeContact = async (pen: Pen, id: string): Promise<void> => {
  const { textId, digest } = await pen.text(id, 'Contoh: air mulai surut.')
  const checkin = { ...task(1), checkinId: 'chk_contoh' }
  const counts = { dead: 0, missing: 0, injured: 0, displaced: 12, households: 3, persons: 12, housesHeavy: 0, housesModerate: 0, housesLight: 1, housesFlooded: 3 } // prettier-ignore
  const told = { cause: textId, condition: null, efforts: null, urgentNeeds: null }
  await all(pen, id, [
    { type: 'message.sent', data: { assignmentIds: [task(1).assignmentId], textId, digest } },
    { type: 'checkin.requested', data: checkin },
    { type: 'checkin.answered', data: { ...checkin, point: null, textId: null, digest: null } },
    { type: 'evidence.added', data: { ...task(1), kind: 'note', textId, photoId: null, digest } },
    { type: 'photo.added', data: { photoId: 'pho_contoh', digest } },
    { type: 'sos.raised', data: { assignmentId: task(1).assignmentId, volunteerId: volunteerOf(1), point: null } },
    { type: 'alarm.acknowledged', data: { alarm: `sos:${task(1).assignmentId}` } },
    { type: 'deadline.missed', data: { what: 'arrive', subject: task(1).assignmentId, dueAt: pen.in(0) } },
    { type: 'impact.recorded', data: { ...counts, ...told } },
    { type: 'incident.noted', data: { textId, digest, about: 'note' } },
    progressed(pen, 1, 'working'),
    progressed(pen, 1, 'completed'),
    { type: 'incident.controlled', data: { note: null } },
    { type: 'incident.resumed', data: { note: null } },
    { type: 'assignment.stood_down', data: { ...task(8), reason: 'stand_down' } },
    { type: 'incident.controlled', data: { note: null } },
    { type: 'incident.closed', data: { note: textId } },
  ]) // prettier-ignore
}

/** The other ends that an incident may come to. Returns their ids. */
export const writeEnds = async (pen: Pen, first: string): Promise<Record<string, string>> => {
  const ids = {
    moved: idOf('inc', 'dirujuk'),
    refused: idOf('inc', 'palsu'),
    given_up: idOf('inc', 'dibatalkan'),
  }
  await reported(pen, ids.moved, 'KJ-2026-0902')
  await all(pen, ids.moved, [
    { type: 'incident.marked_duplicate', data: { of: first } },
    { type: 'incident.duplicate_undone', data: { of: first } },
    { type: 'incident.referred', data: { to: 'damkar', note: null } },
  ])
  await reported(pen, ids.refused, 'KJ-2026-0903')
  await all(pen, ids.refused, [{ type: 'incident.rejected', data: { reason: 'palsu', note: null } }])
  await reported(pen, ids.given_up, 'KJ-2026-0904')
  await all(pen, ids.given_up, [{ type: 'incident.cancelled', data: { reason: null } }])
  return ids
}
