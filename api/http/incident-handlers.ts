import type { incidentRoutes } from '#contracts/wire/routes/incidents.ts'
import { mayDo } from '../policies.ts'
import { mayHear } from '../live/audience.ts'
import { factsOf } from '../queries/facts.ts'
import { incidentDetail } from '../queries/incident-detail.ts'
import { listIncidents, nearbyIncidents } from '../queries/incidents.ts'
import { possibleDuplicates } from '../queries/possible-duplicates.ts'
import { photoOf } from '../queries/photo.ts'
import { taskLink } from '../queries/task-link.ts'
import { Trouble } from '../trouble.ts'
import { addPhoto } from '../usecases/incident/add-photo.ts'
import { assignByHand } from '../usecases/incident/assign-by-hand.ts'
import { commandIncident } from '../usecases/incident/command-incident.ts'
import { commands } from '../usecases/incident/commands.ts'
import { correctIncident } from '../usecases/incident/correct-incident.ts'
import { markDuplicate } from '../usecases/incident/mark-duplicate.ts'
import { noteIncident } from '../usecases/incident/note-incident.ts'
import { reportIncident } from '../usecases/incident/report-incident.ts'
import { requestCheckin } from '../usecases/incident/request-checkin.ts'
import { sendMessage } from '../usecases/incident/send-message.ts'
import { setNeeds } from '../usecases/incident/set-needs.ts'
import type { Handlers } from './handler.ts'

const {
  verifyIncident,
  rejectIncident,
  referIncident,
  undoDuplicate,
  dropNeed,
  dispatchIncident,
  askAgain,
  widenSearch,
  cancelIncident,
  standDown,
  controlIncident,
  resumeIncident,
  closeIncident,
  trcIncident,
  acknowledgeAlarm,
} = commands

export const incidentHandlers: Handlers<typeof incidentRoutes> = {
  listIncidents: (context, { caller, query }) => listIncidents(context, caller.agencyId, query),
  nearbyIncidents: (context, { caller, query: { radiusM, ...point } }) =>
    nearbyIncidents(context, caller.agencyId, point, radiusM),
  possibleDuplicates: (context, { caller, params }) =>
    possibleDuplicates(context, caller.agencyId, params.id),
  getIncident: (context, { caller, params }) =>
    // Who the volunteers are is told to those who may look at volunteers.
    incidentDetail(context, caller.agencyId, params.id, mayHear(caller, 'volunteer')),
  incidentFacts: (context, { caller, params }) =>
    factsOf(context, 'incident', caller.agencyId, params.id, mayHear(caller, 'volunteer')),
  offerLink: (context, { caller, params }) => taskLink(context, caller.agencyId, params.id, params.offerId),
  getPhoto: (context, { caller, params }) => photoOf(context, caller.agencyId, params.id),

  reportIncident: async (context, { caller, op, body }) => {
    // Verifying one's own report is the gate's right, not the reporter's.
    if (body.verified && !mayDo(caller.role, 'incident.gate')) throw new Trouble('forbidden')
    return reportIncident(context, op, body)
  },
  correctIncident: (context, { op, params, body }) => correctIncident(context, op, params.id, body),
  markDuplicate: (context, { op, params, body }) => markDuplicate(context, op, params.id, body.of),
  setNeeds: (context, { op, params, body }) => setNeeds(context, op, params.id, body),
  assignByHand: (context, { op, params, body }) => assignByHand(context, op, params.id, body),
  noteIncident: (context, { op, params, body }) => noteIncident(context, op, params.id, body.text),
  addPhoto: (context, { op, params, body }) => addPhoto(context, op, params.id, body.bytes),
  sendMessage: (context, { op, params, body }) => sendMessage(context, op, params.id, body),
  requestCheckin: (context, { op, params, body }) =>
    requestCheckin(context, op, params.id, body.assignmentIds),

  verifyIncident: (context, call) => commandIncident(context, call.op, verifyIncident, call),
  rejectIncident: (context, call) => commandIncident(context, call.op, rejectIncident, call),
  referIncident: (context, call) => commandIncident(context, call.op, referIncident, call),
  undoDuplicate: (context, call) => commandIncident(context, call.op, undoDuplicate, call),
  dropNeed: (context, call) => commandIncident(context, call.op, dropNeed, call),
  dispatchIncident: (context, call) => commandIncident(context, call.op, dispatchIncident, call),
  askAgain: (context, call) => commandIncident(context, call.op, askAgain, call),
  widenSearch: (context, call) => commandIncident(context, call.op, widenSearch, call),
  cancelIncident: (context, call) => commandIncident(context, call.op, cancelIncident, call),
  standDown: (context, call) => commandIncident(context, call.op, standDown, call),
  controlIncident: (context, call) => commandIncident(context, call.op, controlIncident, call),
  resumeIncident: (context, call) => commandIncident(context, call.op, resumeIncident, call),
  closeIncident: (context, call) => commandIncident(context, call.op, closeIncident, call),
  trcIncident: (context, call) => commandIncident(context, call.op, trcIncident, call),
  acknowledgeAlarm: (context, call) => commandIncident(context, call.op, acknowledgeAlarm, call),
}
