import type { PlacedFact } from '#contracts/domain/fact.ts'
import type { Assignment, Incident } from '#contracts/domain/incident/state.ts'
import { assignmentOf, isActive, needOf, offerOf } from '#contracts/domain/incident/read.ts'
import { plusSeconds } from '#contracts/domain/instant.ts'
import type { Agency } from '#contracts/store/documents.ts'
import type { DeliveryBody, DeliveryType } from '#contracts/wire/partner/deliveries.ts'
import { exactPlace, taskTold } from '#contracts/wire/present/task.ts'
import { briefTold, offerTold } from '#contracts/wire/present/told.ts'

/** What a message is made of: the fact that caused it and everything as it is now. */
export interface Material {
  fact: Pick<PlacedFact, 'type' | 'data' | 'at'>
  /** The offer or assignment that it is about. */
  subject: string
  incident: Incident
  agency: Agency
  /** The partner's own name for the volunteer. */
  volunteerRef: string
  address: string | null
  /** What a person wrote, when the fact names a text; null when it was erased. */
  text: string | null
  /** How long a check-in waits, in seconds. */
  checkinS: number
}

/** Null: nothing is left to say, the offer or assignment has moved on. */
type Body<T extends DeliveryType> = (material: Material) => DeliveryBody<T> | null

const taskOf = (incident: Incident, { needId }: Pick<Assignment, 'needId'>) => needOf(incident, needId)?.task
/** The data of each message that follows from a fact. Pings are sent by hand and need no incident. */
export const bodies = {
  'offer.created': ({ subject, incident, agency, volunteerRef }) => {
    const offer = offerOf(incident, subject)
    const task = offer && taskOf(incident, offer)
    if (offer === undefined || task === undefined) return null
    return offerTold(agency.kelurahan, incident, offer, { task, volunteerRef })
  },
  'offer.withdrawn': ({ fact, subject, volunteerRef }) => ({
    offerId: subject,
    volunteerRef,
    reason: fact.type === 'offer.expired' ? 'expired' : (fact.data['reason'] as 'filled'),
  }),
  'assignment.confirmed': ({ subject, incident, agency, volunteerRef, address }) => {
    const assignment = assignmentOf(incident, subject)
    const task = assignment && taskOf(incident, assignment)
    if (assignment === undefined || task === undefined || !isActive(assignment)) return null
    return {
      assignmentId: subject,
      offerId: assignment.offerId,
      volunteerRef,
      incident: briefTold(incident, agency.kelurahan),
      task,
      ...taskTold(incident, task, agency, address),
      drill: incident.drill,
    }
  },
  'assignment.updated': ({ subject, incident, agency, volunteerRef, address }) => ({
    assignmentId: subject,
    volunteerRef,
    incident: briefTold(incident, agency.kelurahan),
    place: exactPlace(incident, agency, address),
  }),
  'assignment.stood_down': ({ fact, subject, volunteerRef }) => ({
    assignmentId: subject,
    volunteerRef,
    reason: fact.type === 'assignment.reassigned' ? 'reassigned' : (fact.data['reason'] as 'stand_down'),
  }),
  'message.sent': ({ subject, incident, volunteerRef, text }) =>
    text === null ? null : { assignmentId: subject, volunteerRef, text, drill: incident.drill },
  'checkin.requested': ({ fact, subject, incident, volunteerRef, checkinS }) => ({
    assignmentId: subject,
    volunteerRef,
    checkinId: String(fact.data['checkinId']),
    answerBy: plusSeconds(fact.at, checkinS),
    drill: incident.drill,
  }),
  ping: () => null,
} satisfies { [T in DeliveryType]: Body<T> }
