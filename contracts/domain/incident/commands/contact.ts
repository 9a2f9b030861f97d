import type { Point } from '../../place.ts'
import { Refusal } from '../../refusal.ts'
import type { IncidentFactBody, IncidentFactOf } from '../facts.ts'
import { mustBeOpen } from '../moves.ts'
import { awaitsCheckin, isActive } from '../read.ts'
import type { Assignment, Incident } from '../state.ts'
import { isLongBefore, type Said } from '../../volunteer/said.ts'
import { MAX_EVIDENCE } from '../words.ts'
import { type Bearer, mine } from './assignment.ts'

type Written = Pick<IncidentFactOf<'message.sent'>['data'], 'textId' | 'digest'>

/** Those who are out, or those of them who are named. @throws Refusal `closed_incident`, `nobody_out` */
const reachable = (state: Incident, assignmentIds: readonly string[] | null): Assignment[] => {
  mustBeOpen(state)
  const out = state.assignments.filter(
    (a) => isActive(a) && (assignmentIds === null || assignmentIds.includes(a.id)),
  )
  if (out.length === 0) throw new Refusal('nobody_out')
  return out
}

/** The command post writes to its team, or to those named of it. @throws Refusal `closed_incident`, `nobody_out` */
export const sendMessage = (
  state: Incident,
  { assignmentIds, textId, digest }: Written & { assignmentIds: readonly string[] | null },
): IncidentFactBody[] => {
  const to = reachable(state, assignmentIds).map(({ id }) => id)
  return [{ type: 'message.sent', data: { assignmentIds: to, textId, digest } }]
}

/** Asked and still within his time; who has missed it may be asked anew. */
const isAsked = ({ missed }: Incident, assignment: Assignment): boolean =>
  awaitsCheckin(assignment) && !missed.includes(`checkin:${assignment.id}`)

/**
 * Asks the team, or those named of it, for a sign of life. Who was asked and may still answer is not asked again.
 * @throws Refusal `closed_incident`, `nobody_out`, `already_done` when all of them were asked
 */
export const requestCheckin = (
  state: Incident,
  input: { assignmentIds: readonly string[] | null; idOf: (assignmentId: string) => string },
): IncidentFactBody[] => {
  const asked = reachable(state, input.assignmentIds).filter((a) => !isAsked(state, a))
  if (asked.length === 0) throw new Refusal('already_done')
  return asked.map(({ id: assignmentId, volunteerId, partnerId }) => ({
    type: 'checkin.requested',
    data: { assignmentId, volunteerId, partnerId, checkinId: input.idOf(assignmentId) },
  }))
}

/**
 * "Saya aman": heard in whatever state he is. No facts when nobody asked, when it was answered, or when he said it long before
 * he was asked. @throws Refusal `not_found`, `not_yours`
 */
export const answerCheckin = (
  state: Incident,
  who: Bearer,
  { point, text, said }: { point: Point | null; text: Written | null; said?: Said | undefined },
): IncidentFactBody[] => {
  const { checkin } = mine(state, who)
  if (checkin?.answeredAt !== null) return []
  // That he was safe days ago says nothing about now.
  if (said !== undefined && isLongBefore(said, checkin.requestedAt)) return []
  const written = { textId: text?.textId ?? null, digest: text?.digest ?? null }
  return [{ type: 'checkin.answered', data: { ...who, checkinId: checkin.id, point, ...written } }]
}

export type Evidence = ({ kind: 'note' } & Written) | { kind: 'photo'; photoId: string; digest: string }

/**
 * What a volunteer saw, also after his task: knowledge comes late. The same photo again is no fact.
 * @throws Refusal `not_found`, `not_yours`, `too_much_evidence`
 */
export const addEvidence = (state: Incident, who: Bearer, evidence: Evidence): IncidentFactBody[] => {
  const { id } = mine(state, who)
  const photos = state.photos ?? []
  const photoId = evidence.kind === 'photo' ? evidence.photoId : null
  if (photos.some((photo) => photo.photoId === photoId)) return []
  const notes = state.notes.filter(({ about }) => about === 'evidence')
  if ([...photos, ...notes].filter(({ from }) => from === id).length >= MAX_EVIDENCE)
    throw new Refusal('too_much_evidence', { limit: MAX_EVIDENCE })
  const { kind, digest } = evidence
  const textId = evidence.kind === 'note' ? evidence.textId : null
  return [{ type: 'evidence.added', data: { ...who, kind, textId, photoId, digest } }]
}
