import type { callRoutes } from '#contracts/wire/routes/calls.ts'
import { mayDo } from '../policies.ts'
import { finishCallback, planCallback } from '../usecases/calls/callback.ts'
import { showIncidentPhone, showVolunteerPhone } from '../usecases/calls/show-phone.ts'
import type { Handlers } from './handler.ts'

export const callHandlers: Handlers<typeof callRoutes> = {
  planCallback: (context, { op, params, body }) => planCallback(context, op, params.id, body.at),
  finishCallback: (context, { op, params, body }) => finishCallback(context, op, params.id, body.note),
  showIncidentPhone: (context, { op, params, body }) => showIncidentPhone(context, op, params.id, body),
  showVolunteerPhone: (context, { caller, op, params, body }) =>
    // Whoever may correct a number may see it.
    showVolunteerPhone(context, op, params.id, body, mayDo(caller.role, 'volunteer.edit')),
}
