import { acknowledgeVolunteerSos, activate, reinstate } from '#contracts/domain/volunteer/commands.ts'
import { agree } from '#contracts/domain/volunteer/agreements.ts'
import { limitDuty, recordTraining } from '#contracts/domain/volunteer/fitness.ts'
import type { volunteerRoutes } from '#contracts/wire/routes/volunteers.ts'
import { volunteerHistory } from '../queries/volunteer-history.ts'
import { listVolunteers, volunteerView } from '../queries/volunteers.ts'
import { agreedOf } from '../usecases/volunteer/agreements.ts'
import { changeVolunteer } from '../usecases/volunteer/change-volunteer.ts'
import { editVolunteer } from '../usecases/volunteer/edit-volunteer.ts'
import { registerVolunteer } from '../usecases/volunteer/register-volunteer.ts'
import { setDuty } from '../usecases/volunteer/set-duty.ts'
import { strikeTraining } from '../usecases/volunteer/strike-training.ts'
import { suspendVolunteer } from '../usecases/volunteer/suspend-volunteer.ts'
import { withdrawVolunteer } from '../usecases/volunteer/withdraw-volunteer.ts'
import type { Handlers } from './handler.ts'

export const volunteerHandlers: Handlers<typeof volunteerRoutes> = {
  listVolunteers: (context, { caller, query }) => listVolunteers(context, caller.agencyId, query),
  getVolunteer: (context, { caller, params }) => volunteerView(context, caller.agencyId, params.id),
  volunteerFacts: (context, { caller, params }) => volunteerHistory(context, caller.agencyId, params.id),

  registerVolunteer: (context, { op, body }) => registerVolunteer(context, op, body),
  editVolunteer: (context, { op, params, body }) => editVolunteer(context, op, params.id, body),
  setDuty: (context, { op, params, body }) => setDuty(context, op, params.id, body),
  activateVolunteer: (context, { op, params, body }) =>
    changeVolunteer(context, op, params.id, (state) => activate(state, agreedOf(body.agreements))),
  recordAgreements: (context, { op, params, body }) =>
    changeVolunteer(context, op, params.id, (state) => agree(state, agreedOf(body.agreements))),
  recordTraining: (context, { op, params, body }) =>
    changeVolunteer(context, op, params.id, (state) => recordTraining(state, body)),
  strikeTraining: (context, { op, params, body }) => strikeTraining(context, op, params.id, body),
  limitDuty: (context, { op, params, body: { hours } }) =>
    changeVolunteer(context, op, params.id, (state) =>
      limitDuty(state, hours === null ? null : hours * 3600),
    ),
  suspendVolunteer: (context, { op, params, body }) => suspendVolunteer(context, op, params.id, body.note),
  reinstateVolunteer: (context, { op, params }) => changeVolunteer(context, op, params.id, reinstate),
  withdrawVolunteer: (context, { op, params }) => withdrawVolunteer(context, op, params.id),
  acknowledgeVolunteerSos: (context, { op, params }) =>
    changeVolunteer(context, op, params.id, acknowledgeVolunteerSos),
}
