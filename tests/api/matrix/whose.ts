import type { RouteName } from '#contracts/wire/routes/all.ts'

/**
 * Whose things a route reaches, in three columns: what another agency has · what another platform has, for an engineer of
 * a platform · what another person of the agency has, for what is a person's own.
 *   0  he finds nothing, and nothing changes
 *   c  cut to his own: he reads, makes and changes his own only
 *   x  he is told that it is over, and it goes on
 *   +  it is his to do
 *   -  there is no such thing
 * A route without a row does not compile.
 */
export const whose: Record<RouteName, string> = {
  // By password or cookie alone: whoever holds it. What one sign-out ends stands in sessions.test.
  login: '---',
  refresh: '---',
  logout: '---',
  me: 'c-c',
  changePassword: 'c-c',
  ownSessions: 'c-c',
  endOwnSession: 'x-x',

  reference: 'c--',
  nearestKelurahan: '---',

  listAlarms: 'c--',
  listIncidents: 'c--',
  nearbyIncidents: 'c--',
  getIncident: '0--',
  incidentFacts: '0--',
  readExplanation: '0--',
  getPhoto: '0--',
  addPhoto: '0--',

  reportIncident: 'c--',
  possibleDuplicates: '0--',
  verifyIncident: '0--',
  rejectIncident: '0--',
  referIncident: '0--',
  markDuplicate: '0--',
  undoDuplicate: '0--',
  offerLink: '0--',
  offerByCode: '0--',
  answerByCode: '0--',

  correctIncident: '0--',
  setNeeds: '0--',
  dropNeed: '0--',
  dispatchIncident: '0--',
  askAgain: '0--',
  widenSearch: '0--',
  assignByHand: '0--',
  requestCheckin: '0--',
  trcIncident: '0--',
  recordImpact: '0--',
  planCallback: '0--',
  finishCallback: '0--',
  showIncidentPhone: '0--',
  acknowledgeAlarm: '0--',
  acknowledgeVolunteerSos: '0--',

  cancelIncident: '0--',
  standDown: '0--',
  controlIncident: '0--',
  resumeIncident: '0--',
  closeIncident: '0--',
  noteIncident: '0--',
  sendMessage: '0--',

  listVolunteers: 'c--',
  readCoverage: 'c--',
  getVolunteer: '0--',
  volunteerFacts: '0--',
  registerVolunteer: 'c--',
  recordAgreements: '0--',
  setDuty: '0--',
  showVolunteerPhone: '0--',
  editVolunteer: '0--',
  recordTraining: '0--',
  strikeTraining: '0--',
  limitDuty: '0--',
  activateVolunteer: '0--',
  suspendVolunteer: '0--',
  reinstateVolunteer: '0--',
  withdrawVolunteer: '0--',

  incidentSitrep: '0--',
  periodSitrep: 'c--',
  afterAction: '0--',
  afterActionPaper: '0--',
  monthlyFigures: 'c--',

  listZones: 'c--',
  drawZone: 'c--',
  zoneFacts: '0--',
  changeZone: '0--',
  endZone: '0--',

  readPolicy: 'c--',
  listPolicyChanges: 'c--',
  changePolicy: 'c--',
  readProcedure: 'c--',
  listProcedureChanges: 'c--',
  changeProcedure: 'c--',

  listFacts: 'c--',
  browseLedger: 'c--',
  checkChain: 'c--',

  listShifts: 'c--',
  handoverSheet: 'c--',
  startShift: 'c--',
  logEntry: '0--',
  handOverShift: '0--',

  listDeliveries: 'cc-',

  listPartners: 'cc-',
  getPartner: '00-',
  partnerFacts: '00-',
  partnerHealth: '00-',
  partnerAcceptance: '00-',
  partnerEvents: '00-',
  partnerDeliveries: '00-',
  partnerDelivery: '00-',
  rotateSecret: '00-',
  retireSecret: '00-',
  proposeEndpoint: '00-',
  checkEndpoint: '00-',
  removeEndpoint: '00-',
  pingPartner: '00-',
  replayDelivery: '00-',
  setAsideDelivery: '00-',
  createPartner: 'c--',
  approveEndpoint: '0--',
  disablePartner: '0--',
  enablePartner: '0--',

  listUsers: 'c-+',
  // An engineer of a platform that is not of his agency.
  createUser: '0-+',
  changeRole: '0-+',
  disableUser: '0-+',
  enableUser: '0-+',
  resetPassword: '0-+',
  allSessions: 'c-+',
  listSessions: '0-+',
  endSession: '0-+',
}

/** A thing of his own in the address, and one of ours named beside it: what somebody next door is told. */
export const namedBeside = {
  'reportIncident follows': 'not_found',
  'markDuplicate of': 'not_found',
  'assignByHand volunteerId': 'not_found',
  'answerByCode code': 'not_found',
  'acknowledgeAlarm alarm': 'unknown_alarm',
  'showIncidentPhone volunteerId': 'not_taking_part',
} as const
