import type { codeRoutes } from '#contracts/wire/routes/codes.ts'
import { offerByCode } from '../queries/offer-by-code.ts'
import { answerByCode } from '../usecases/answer/answer-by-code.ts'
import type { Handlers } from './handler.ts'

export const codeHandlers: Handlers<typeof codeRoutes> = {
  offerByCode: (context, { caller, params }) => offerByCode(context, caller, params.code),
  answerByCode: (context, { caller, op, params, body }) =>
    answerByCode(context, { caller, op, incidentId: params.id }, body),
}
