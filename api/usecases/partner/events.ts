import type { Instant } from '#contracts/domain/instant.ts'
import type { Said } from '#contracts/domain/volunteer/said.ts'
import type {
  PartnerEvent,
  PartnerEventData,
  PartnerEventType,
  PartnerOutcome,
} from '#contracts/wire/partner/events.ts'
import type { Context } from '../../context.ts'
import { evidenceAdded } from './add-evidence.ts'
import { volunteerAgreed, volunteerWithdrawn } from './agree.ts'
import { checkinAnswered } from './answer-checkin.ts'
import { offerAccepted, offerDeclined } from './answer-offer.ts'
import { callForHelp } from './call-for-help.ts'
import { assignmentAcknowledged, assignmentProgressed } from './carry-out.ts'
import { changeDuty } from './change-duty.ts'
import { observeIncident } from './observe-incident.ts'
import { receiveMessage } from './receive-message.ts'
import { registerVolunteer } from './register-volunteer.ts'
import { saidOf } from './said.ts'
import type { Handler, Sender } from './sender.ts'
import { updateVolunteer } from './update-volunteer.ts'

/** What each event of a partner does; complete by type. */
const handlers: { [T in PartnerEventType]: Handler<T> } = {
  'volunteer.registered': registerVolunteer,
  'volunteer.updated': updateVolunteer,
  'volunteer.agreed': volunteerAgreed,
  'volunteer.withdrawn': volunteerWithdrawn,
  'volunteer.duty_changed': changeDuty,
  'offer.accepted': offerAccepted,
  'offer.declined': offerDeclined,
  'assignment.progressed': assignmentProgressed,
  'assignment.acknowledged': assignmentAcknowledged,
  'checkin.answered': checkinAnswered,
  'volunteer.sos': callForHelp,
  'message.received': receiveMessage,
  'evidence.added': evidenceAdded,
  'incident.observed': observeIncident,
}

const handle = <T extends PartnerEventType>(
  context: Context,
  sender: Sender,
  event: { type: T; data: PartnerEventData<T> },
  said: Said,
): Promise<PartnerOutcome> => handlers[event.type](context, sender, event.data, said)

/**
 * Does what an event says. Run again with the same webhook-id it does nothing more and answers the same. `firstAt`: when it
 * came first.
 */
export const handleEvent = (
  context: Context,
  sender: Sender,
  event: PartnerEvent,
  firstAt: Instant,
): Promise<PartnerOutcome> => {
  const coming = { sentAt: sender.sentAt, cameAt: context.clock.now(), firstAt }
  return handle(context, sender, event, saidOf(event.timestamp, coming))
}
