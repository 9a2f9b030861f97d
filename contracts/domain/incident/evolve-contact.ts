import type { IncidentFact } from './facts.ts'
import { withAssignment } from './evolve-assignment.ts'
import type { Incident, Note } from './state.ts'

type ContactFact = Extract<
  IncidentFact,
  { type: 'message.sent' | 'checkin.requested' | 'checkin.answered' | 'evidence.added' }
>

const withNote = (state: Incident, note: Note): Incident => ({ ...state, notes: [...state.notes, note] })

/** What command post and team say to each other. */
export const evolveContact = (state: Incident, fact: ContactFact): Incident => {
  const { at } = fact
  switch (fact.type) {
    case 'message.sent': {
      const { textId, assignmentIds: to } = fact.data
      return withNote(state, { textId, about: 'message', at, to })
    }
    case 'checkin.requested': {
      const { assignmentId, checkinId: id } = fact.data
      const asked = withAssignment(state, assignmentId, (a) => ({
        ...a,
        checkin: { id, requestedAt: at, answeredAt: null },
      }))
      // A new request has a time of its own, which can be missed again.
      return { ...asked, missed: asked.missed.filter((deadline) => deadline !== `checkin:${assignmentId}`) }
    }
    case 'checkin.answered': {
      const { assignmentId, checkinId: id, point, textId } = fact.data
      const answered = withAssignment(state, assignmentId, (a) => ({
        ...a,
        checkin: { id, requestedAt: a.checkin?.requestedAt ?? at, answeredAt: at },
        lastPoint: point ?? a.lastPoint,
      }))
      return textId === null
        ? answered
        : withNote(answered, { textId, about: 'message', at, from: assignmentId })
    }
    case 'evidence.added': {
      const { assignmentId: from, textId, photoId } = fact.data
      if (photoId !== null) return { ...state, photos: [...(state.photos ?? []), { photoId, from, at }] }
      return textId === null ? state : withNote(state, { textId, about: 'evidence', at, from })
    }
    default:
      fact satisfies never
      return state
  }
}
