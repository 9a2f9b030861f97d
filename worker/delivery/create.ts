import type { PlacedFact } from '#contracts/domain/fact.ts'
import { isActive } from '#contracts/domain/incident/read.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { derivedId } from '#contracts/runtime/ids.ts'
import { untouched } from '#contracts/store/deliveries.ts'
import type { Agency, Delivery } from '#contracts/store/documents.ts'
import { deliveryBodies, type DeliveryType } from '#contracts/wire/partner/deliveries.ts'
import { TEAM } from '../relay/routes.ts'
import { bodies } from './bodies.ts'

export interface Told {
  type: DeliveryType
  subject: string
}

/** What the message is written from: the incident and its agency, what people wrote, refs of volunteers. */
export interface Scene {
  incident: Incident
  agency: Agency
  address: string | null
  text: string | null
  checkinS: number
  refOf: (volunteerId: string) => string | undefined
}

interface Addressee {
  volunteerId: string
  partnerId: string
  channel: 'webhook' | 'link'
}

/** A task page may still be read by its volunteer; after this a person has to call him. */
const LINK_READS_WITHIN_S = 20

/** The offers or assignments that are meant: one, or those of everybody who is out. */
export const subjectsOf = ({ subject }: Told, incident: Incident): string[] =>
  subject === TEAM ? incident.assignments.filter(isActive).map(({ id }) => id) : [subject]

/** Whom an offer or an assignment of this incident belongs to. */
export const addresseeOf = (incident: Incident, subject: string): Addressee | undefined =>
  incident.assignments.find(({ id }) => id === subject) ??
  incident.asked.find(({ offerId }) => offerId === subject)

/** A message that waits for its first attempt. Its id follows from the fact, so that it is written once. */
export const pendingDelivery = (
  fact: PlacedFact,
  entityId: string,
  { volunteerId, partnerId }: Addressee,
  { id, ...letter }: { id: string } & Pick<Delivery, 'type' | 'subject' | 'data' | 'nextAt' | 'via'>,
): Delivery => ({
  _id: id,
  agencyId: fact.agencyId,
  partnerId,
  webhookId: derivedId('msg', id),
  entityId,
  volunteerId,
  state: 'pending',
  createdAt: fact.at,
  attempts: [],
  ...untouched,
  ...letter,
})

/**
 * The message about one subject, or null when there is nothing to say or nobody to say it to by webhook. Made from the
 * same fact twice it has the same id. Of what concerns a volunteer with a link only the stand-down is written down too: he
 * has the task page (and is told by text message: sms/create), and when he does not read it in time it counts as undelivered and a person is alarmed.
 */
export const deliveryOf = (
  fact: PlacedFact,
  { type }: Told,
  subject: string,
  { refOf, ...scene }: Scene,
): Delivery | null => {
  const { incident } = scene
  const addressee = addresseeOf(incident, subject)
  const volunteerRef = refOf(addressee?.volunteerId ?? '')
  if (addressee === undefined || volunteerRef === undefined) return null
  const byLink = addressee.channel === 'link'
  if (byLink && type !== 'assignment.stood_down') return null
  const body = bodies[type]({ ...scene, fact, subject, volunteerRef })
  if (body === null) return null
  const nextAt = byLink ? plusSeconds(fact.at, LINK_READS_WITHIN_S) : fact.at
  const via = byLink ? 'page' : 'webhook'
  return pendingDelivery(fact, incident.id, addressee, {
    id: `${fact.id}:${addressee.partnerId}:${subject}`,
    type,
    subject,
    data: deliveryBodies[type].parse(body),
    nextAt,
    via,
  })
}
