import { needOf, offerOf } from '#contracts/domain/incident/read.ts'
import type { Incident, Offer } from '#contracts/domain/incident/state.ts'
import { areaName } from '#contracts/domain/reference.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import { maskPhone } from '#contracts/store/texts.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import type { Answer } from '../route-types.ts'

/** The open offer, in time, that a code of this agency stands for. Null: none, or not any more. */
export const livingOffer = async (
  { answerCodes, store, clock }: Context,
  agencyId: string,
  code: string,
): Promise<{ incident: Incident; offer: Offer } | null> => {
  const offerId = await answerCodes.offerOf(agencyId, code)
  const incidentId = offerId === null ? null : await store.incidents.ofOffer(offerId)
  const incident = incidentId === null ? undefined : (await store.ledger.load('incident', incidentId))?.state
  const offer = incident?.agencyId === agencyId ? offerOf(incident, offerId ?? '') : undefined
  if (incident === undefined || offer === undefined) return null
  return offer.expiresAt < clock.now().toISOString() ? null : { incident, offer }
}

/** What an operator reads back to the volunteer before he answers for him. @throws Refusal `not_found`; Trouble `too_many` */
export const offerByCode = async (
  context: Context,
  { userId, agencyId }: Caller,
  code: string,
): Promise<Answer<Routes['offerByCode']>> => {
  await context.personalLimits.answer(userId)
  const found = await livingOffer(context, agencyId, code)
  if (found === null) throw new Refusal('not_found', { what: 'code' })
  await context.personalLimits.forgiveAnswer(userId)
  const { incident, offer } = found
  const [agency, persons] = await Promise.all([
    context.agencies.of(agencyId),
    context.store.texts.persons([offer.volunteerId]),
  ])
  const person = persons.get(offer.volunteerId)
  return {
    incidentId: incident.id,
    number: incident.number,
    offerId: offer.id,
    hazard: incident.hazard,
    severity: incident.severity,
    task: needOf(incident, offer.needId)?.task ?? null,
    areaName: areaName(agency.kelurahan, incident.place, incident.place.kelurahan),
    expiresAt: offer.expiresAt,
    displayName: person?.displayName ?? '',
    phoneMasked: maskPhone(person?.phone ?? null),
  }
}
