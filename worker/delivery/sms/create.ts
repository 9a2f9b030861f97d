import type { PlacedFact } from '#contracts/domain/fact.ts'
import type { Delivery } from '#contracts/store/documents.ts'
import { deliveryBodies, type DeliveryType } from '#contracts/wire/partner/deliveries.ts'
import { smsTypes, type SmsType } from '#contracts/wire/sms.ts'
import { bodies } from '../bodies.ts'
import { addresseeOf, pendingDelivery, type Scene, type Told } from '../create.ts'

const isForSms = (type: DeliveryType): type is SmsType => smsTypes.some((one) => one === type)

/** Whoever has said yes on his page sees the task there; he need not be told by another way. */
const knowsIt = ({ type, by }: PlacedFact): boolean => type === 'offer.accepted' && by.kind === 'volunteer'

/**
 * The text message about one subject to a volunteer without a platform; null when there is none to send. It keeps what the
 * partner contract would say: number, link and words are put together at each attempt, from what is true then.
 */
export const smsOf = (
  fact: PlacedFact,
  { type }: Told,
  subject: string,
  { refOf, ...scene }: Scene,
): Delivery | null => {
  const { incident } = scene
  const addressee = addresseeOf(incident, subject)
  if (addressee?.channel !== 'link' || !isForSms(type) || knowsIt(fact)) return null
  const volunteerRef = refOf(addressee.volunteerId)
  const body = volunteerRef === undefined ? null : bodies[type]({ ...scene, fact, subject, volunteerRef })
  if (body === null) return null
  return pendingDelivery(fact, incident.id, addressee, {
    id: `${fact.id}:sms:${subject}`,
    type,
    subject,
    data: deliveryBodies[type].parse(body),
    nextAt: fact.at,
    via: 'sms',
  })
}
