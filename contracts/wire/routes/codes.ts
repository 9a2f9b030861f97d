import { z } from 'zod'
import { Instant } from '#contracts/domain/instant.ts'
import { DeclineReason, Hazard, Severity, TaskType } from '#contracts/domain/words.ts'
import type { Route } from './route.ts'
import { IncidentDetail } from './views.ts'

/** Five digits, as they are read out over the phone. */
const code = z.string().regex(/^\d{5}$/, 'five digits')

/** The living offer behind a code, for whoever has its volunteer on the phone. */
export const OfferByCode = z.object({
  incidentId: z.string(),
  number: z.string(),
  offerId: z.string(),
  hazard: Hazard,
  severity: Severity,
  task: TaskType.nullable(),
  areaName: z.string(),
  expiresAt: Instant,
  /** To be asked who he is. */
  displayName: z.string(),
  phoneMasked: z.string(),
})

/** An offer answered over the phone. Guesses are few; a code is good for its living offer only. */
export const codeRoutes = {
  offerByCode: {
    method: 'get',
    path: '/offer-codes/:code',
    action: 'offer.answer',
    summary: 'The offer that a volunteer on the phone means by his five digits.',
    params: z.strictObject({ code }),
    status: 200,
    response: OfferByCode,
  },
  answerByCode: {
    method: 'post',
    path: '/incidents/:id/answers',
    action: 'offer.answer',
    summary: 'Answer an offer for the volunteer who read out its code over the phone.',
    params: z.strictObject({ id: z.string().min(1).max(80) }),
    body: z.strictObject({
      code,
      answer: z.enum(['accept', 'decline']),
      reason: DeclineReason.default('other'),
    }),
    status: 200,
    response: IncidentDetail,
  },
} as const satisfies Record<string, Route>
