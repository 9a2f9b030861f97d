import type { Action } from '#contracts/wire/actions.ts'
import type { RouteName } from '#contracts/wire/routes/all.ts'

/** Where a button is offered or withheld: the file of the screens, and the action that it asks for. */
type Guard = readonly [file: string, action: Action]

const steps = 'panels/incident/steps.ts'
const address = 'inside.tsx'
const people: Guard = [address, 'user.manage']
const staff = 'panels/volunteers/actions.tsx'

/** Every change that the screens can ask for, and what offers it. Who may stands in the matrix of the api. */
export const offered: Partial<Record<RouteName, readonly Guard[]>> = {
  reportIncident: [
    [address, 'incident.report'],
    ['panels/frame/top-bar.tsx', 'incident.report'],
  ],
  verifyIncident: [
    [steps, 'incident.gate'],
    [address, 'incident.gate'],
  ],
  rejectIncident: [[steps, 'incident.gate']],
  referIncident: [[steps, 'incident.gate']],
  markDuplicate: [[steps, 'incident.merge']],
  undoDuplicate: [[steps, 'incident.merge']],
  correctIncident: [[steps, 'incident.correct']],
  addPhoto: [['panels/incident/photos.tsx', 'incident.correct']],
  setNeeds: [
    [steps, 'incident.plan'],
    ['pages/report.tsx', 'incident.plan'],
  ],
  dropNeed: [['panels/incident/need.tsx', 'incident.plan']],
  dispatchIncident: [
    [steps, 'incident.dispatch'],
    ['panels/report/footer.tsx', 'incident.dispatch'],
  ],
  askAgain: [[steps, 'incident.dispatch']],
  widenSearch: [[steps, 'incident.dispatch']],
  assignByHand: [
    ['panels/incident/need.tsx', 'incident.assign'],
    ['panels/incident/remedies.tsx', 'incident.assign'],
    ['panels/incident/detail.tsx', 'incident.assign'],
    ['panels/incident/assignment-buttons.tsx', 'incident.assign'],
  ],
  standDown: [
    [steps, 'incident.stand_down'],
    ['panels/incident/assignment-buttons.tsx', 'incident.stand_down'],
  ],
  cancelIncident: [[steps, 'incident.stand_down']],
  controlIncident: [[steps, 'incident.finish']],
  resumeIncident: [[steps, 'incident.finish']],
  closeIncident: [[steps, 'incident.finish']],
  noteIncident: [['panels/incident/notes.tsx', 'incident.note']],
  sendMessage: [['panels/incident/contact.tsx', 'incident.note']],
  requestCheckin: [
    ['panels/incident/contact.tsx', 'incident.checkin'],
    ['panels/incident/assignment-buttons.tsx', 'incident.checkin'],
  ],
  trcIncident: [['panels/incident/trc.tsx', 'incident.trc']],
  planCallback: [['panels/incident/callback.tsx', 'incident.call']],
  finishCallback: [
    ['panels/incident/callback.tsx', 'incident.call'],
    ['panels/verification/callbacks.tsx', 'incident.call'],
  ],
  showIncidentPhone: [
    ['panels/incident/particulars.tsx', 'incident.call'],
    ['panels/incident/assignment-buttons.tsx', 'incident.call'],
    ['panels/verification/case.tsx', 'incident.call'],
  ],
  acknowledgeAlarm: [
    ['panels/incident/alarms.tsx', 'alarm.acknowledge'],
    ['panels/alarms/standing.tsx', 'alarm.acknowledge'],
  ],
  recordImpact: [
    ['pages/incident-report.tsx', 'incident.assess'],
    ['panels/incident/report-links.tsx', 'incident.assess'],
  ],
  answerByCode: [['panels/codes/answer-by-code.tsx', 'offer.answer']],

  registerVolunteer: [['pages/volunteers.tsx', 'volunteer.register']],
  activateVolunteer: [[staff, 'volunteer.suspend']],
  editVolunteer: [[staff, 'volunteer.edit']],
  setDuty: [[staff, 'volunteer.duty']],
  suspendVolunteer: [[staff, 'volunteer.suspend']],
  reinstateVolunteer: [[staff, 'volunteer.suspend']],
  withdrawVolunteer: [[staff, 'volunteer.suspend']],
  recordTraining: [['panels/volunteers/trainings.tsx', 'volunteer.edit']],
  strikeTraining: [['panels/volunteers/trainings.tsx', 'volunteer.edit']],
  limitDuty: [['panels/volunteers/duty-hours.tsx', 'volunteer.edit']],
  showVolunteerPhone: [['panels/volunteers/detail.tsx', 'volunteer.call']],
  acknowledgeVolunteerSos: [['panels/volunteers/detail.tsx', 'alarm.acknowledge']],

  drawZone: [['pages/zones.tsx', 'zone.draw']],
  changeZone: [['panels/zones/list.tsx', 'zone.draw']],
  endZone: [['panels/zones/list.tsx', 'zone.draw']],

  startShift: [['pages/shift.tsx', 'shift.write']],
  logEntry: [['pages/shift.tsx', 'shift.write']],
  handOverShift: [['pages/shift.tsx', 'shift.write']],

  changePolicy: [
    ['panels/settings/policy.tsx', 'policy.change'],
    ['panels/frame/weather-bar.tsx', 'policy.change'],
  ],
  changeProcedure: [
    ['panels/settings/sla.tsx', 'policy.change'],
    ['panels/settings/templates.tsx', 'policy.change'],
  ],

  createPartner: [['pages/partners.tsx', 'partner.manage']],
  disablePartner: [['panels/partners/actions.tsx', 'partner.manage']],
  enablePartner: [['panels/partners/actions.tsx', 'partner.manage']],
  approveEndpoint: [['panels/partners/endpoint.tsx', 'partner.manage']],
  proposeEndpoint: [['panels/partners/endpoint.tsx', 'partner.connect']],
  checkEndpoint: [['panels/partners/endpoint.tsx', 'partner.connect']],
  removeEndpoint: [['panels/partners/endpoint.tsx', 'partner.connect']],
  rotateSecret: [['panels/partners/secrets.tsx', 'partner.connect']],
  retireSecret: [['panels/partners/secrets.tsx', 'partner.connect']],
  pingPartner: [['panels/partners/actions.tsx', 'partner.connect']],
  replayDelivery: [['panels/partners/delivery.tsx', 'partner.connect']],
  setAsideDelivery: [['panels/partners/delivery.tsx', 'partner.connect']],

  createUser: [people],
  changeRole: [people],
  disableUser: [people],
  enableUser: [people],
  resetPassword: [people],
  endSession: [people, ['pages/settings.tsx', 'user.manage']],
}

/** About oneself: withheld from nobody. */
export const everybodys: readonly RouteName[] = [
  'login',
  'refresh',
  'logout',
  'changePassword',
  'endOwnSession',
]
