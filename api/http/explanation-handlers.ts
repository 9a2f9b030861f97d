import type { explanationRoutes } from '#contracts/wire/routes/explanation.ts'
import { readExplanation } from '../queries/explanation.ts'
import type { Handlers } from './handler.ts'

export const explanationHandlers: Handlers<typeof explanationRoutes> = {
  readExplanation: (context, { caller, params }) => readExplanation(context, caller, params.id),
}
