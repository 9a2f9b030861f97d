import { awaitsCheckin, isActive, offerOf } from '#contracts/domain/incident/read.ts'
import { isAsking } from '#contracts/domain/incident/moves.ts'
import type { Asked, Assignment, Incident, Offer } from '#contracts/domain/incident/state.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Agency } from '#contracts/store/documents.ts'
import type { Context } from '../context.ts'
import { incidentOfOffer } from '../usecases/answer/find.ts'

/** Where a volunteer stands with one offer, as his page shows it. */
export type Stage =
  | { at: 'offered'; offer: Offer }
  /** Over without a yes. `stillAsked`: others are still being looked for, so a late yes may be worth something. */
  | { at: 'over'; stillAsked: boolean }
  | { at: 'declined' }
  | {
      at: 'task'
      assignment: Assignment
      address: string | null
      description: string | null
      messages: Message[]
    }

/** A word of the command post to this volunteer. */
export interface Message {
  at: Instant
  text: string
}

/** Older ones were read, or are of no use any more. */
const MOST_MESSAGES = 5

export interface Task {
  offerId: string
  agency: Agency
  incident: Incident
  asked: Asked
  stage: Stage
  /** What he is out for in this incident by another offer, such as after a late yes. */
  other: Assignment | null
}

/** Reads what the page of an offer shows; changes nothing. @throws Refusal `not_found` */
export const readTask = async (context: Context, offerId: string): Promise<Task> => {
  const { store, clock, agencies } = context
  const doc = await store.ledger.load('incident', await incidentOfOffer(store, offerId))
  const asked = doc?.state.asked.find((entry) => entry.offerId === offerId)
  if (doc === null || asked === undefined) throw new Refusal('not_found', { offerId })
  const incident = doc.state
  const other = incident.assignments.find(
    (a) => a.volunteerId === asked.volunteerId && a.offerId !== offerId && isActive(a),
  )
  const now = clock.now().toISOString()
  const assignment = incident.assignments.find((a) => a.offerId === offerId)
  const stage = assignment ? await atWork(context, incident, assignment) : asking(incident, asked, now)
  return {
    offerId,
    agency: await agencies.of(incident.agencyId),
    incident,
    asked,
    stage,
    other: other ?? null,
  }
}

const asking = (incident: Incident, asked: Asked, now: string): Stage => {
  const offer = offerOf(incident, asked.offerId)
  if (offer !== undefined && offer.expiresAt >= now) return { at: 'offered', offer }
  if (asked.ended === 'declined') return { at: 'declined' }
  return { at: 'over', stillAsked: isAsking(incident.status) }
}

/** Address, description and messages are for him who is out there, and only as long as he is. */
const atWork = async ({ store }: Context, incident: Incident, assignment: Assignment): Promise<Stage> => {
  if (!isActive(assignment)) return { at: 'task', assignment, address: null, description: null, messages: [] }
  const { addressTextId, descriptionId } = incident
  const told = incident.notes.filter(({ to }) => to?.includes(assignment.id)).slice(-MOST_MESSAGES)
  const ids = [descriptionId, addressTextId, ...told.map(({ textId }) => textId)]
  const texts = await store.texts.read(ids.filter((id) => id !== null))
  return {
    at: 'task',
    assignment,
    address: addressTextId === null ? null : (texts[addressTextId] ?? null),
    description: texts[descriptionId] ?? null,
    messages: told.flatMap(({ at, textId }) => {
      const text = texts[textId]
      return text === undefined ? [] : [{ at, text }]
    }),
  }
}

/** Changes when there is something new to see; the page asks for it now and then. */
export const stageKey = ({ stage, incident, other }: Task): string => {
  const { lat, lng } = incident.place
  const isOut = stage.at === 'task' && isActive(stage.assignment)
  const what = stage.at === 'task' ? stage.assignment.state : stage.at
  const asked = stage.at === 'task' && awaitsCheckin(stage.assignment) ? 'checkin' : ''
  const word = stage.at === 'task' ? (stage.messages.at(-1)?.at ?? '') : ''
  return [what, isOut ? `${lat},${lng}` : '', other?.id ?? '', asked, word].join('|')
}
