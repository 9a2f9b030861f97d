import type { Instant } from '../../instant.ts'
import type { Sla } from '../../sla.ts'
import { duesOf } from '../due.ts'
import type { IncidentFactBody } from '../facts.ts'
import type { Incident } from '../state.ts'

/** What time alone brings about: unanswered offers expire, missed deadlines become alarms. Waves belong to the match round. */
export const tick = (state: Incident, sla: Sla, now: Instant): IncidentFactBody[] => {
  const due = duesOf(state, sla).filter(({ at }) => at <= now)
  return due.flatMap(({ what, subject, at }): IncidentFactBody[] => {
    if (what === 'wave') return []
    if (what !== 'expiry') return [{ type: 'deadline.missed', data: { what, subject, dueAt: at } }]
    const offer = state.offers.find(({ id }) => id === subject)
    if (offer === undefined) return []
    const { volunteerId, partnerId } = offer
    return [
      { type: 'offer.expired', data: { offerId: subject, volunteerId, partnerId, reason: 'no_answer' } },
    ]
  })
}
