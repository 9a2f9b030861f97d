import type { Role } from '#contracts/domain/roles.ts'
import type { RouteName } from '#contracts/wire/routes/all.ts'

/** The columns, written by hand and read by people; `partner_admin` is M where he reaches every partner's, m where only his own. */
export const letters: Record<Role, string> = {
  operator: 'O',
  supervisor: 'S',
  commander: 'C',
  kalak: 'K',
  pimpinan: 'P',
  coordinator: 'V',
  partner_admin: 'M',
  admin: 'A',
}
export const maySee = (row: string, role: Role): boolean => row.toUpperCase().includes(letters[role])

/** Who gets further than 403 at each route. A route without a row does not compile. */
export const atRoutes: Record<RouteName, string> = {
  // Open to everybody, or to everybody about himself.
  login: 'OSCKPVMA',
  refresh: 'OSCKPVMA',
  logout: 'OSCKPVMA',
  me: 'OSCKPVMA',
  changePassword: 'OSCKPVMA',
  ownSessions: 'OSCKPVMA',
  endOwnSession: 'OSCKPVMA',

  reference: 'OSCKPV-A',
  nearestKelurahan: 'OSCKPV-A',

  listAlarms: 'OSCKPV-A',
  listIncidents: 'OSCKPV-A',
  nearbyIncidents: 'OSCKPV-A',
  getIncident: 'OSCKPV-A',
  incidentFacts: 'OSCKPV-A',
  readExplanation: 'OSCKPV-A',
  getPhoto: 'OSCKPV-A',

  // The control room takes reports and keeps the gate.
  reportIncident: 'OS------',
  possibleDuplicates: 'OS------',
  verifyIncident: 'OS------',
  rejectIncident: 'OS------',
  referIncident: 'OS------',
  markDuplicate: 'OS------',
  undoDuplicate: 'OS------',
  offerLink: 'OS------',
  offerByCode: 'OS------',
  answerByCode: 'OS------',

  // Whoever leads the work.
  correctIncident: 'OSC-----',
  addPhoto: 'OSC-----',
  setNeeds: 'OSC-----',
  dropNeed: 'OSC-----',
  dispatchIncident: 'OSC-----',
  askAgain: 'OSC-----',
  widenSearch: 'OSC-----',
  assignByHand: 'OSC-----',
  requestCheckin: 'OSC-----',
  trcIncident: 'OSC-----',
  recordImpact: 'OSC-----',
  planCallback: 'OSC-----',
  finishCallback: 'OSC-----',
  showIncidentPhone: 'OSC-----',
  acknowledgeAlarm: 'OSC-----',
  acknowledgeVolunteerSos: 'OSC-----',

  // The head of the agency may call people home, end and write to them.
  cancelIncident: 'OSCK----',
  standDown: 'OSCK----',
  controlIncident: 'OSCK----',
  resumeIncident: 'OSCK----',
  closeIncident: 'OSCK----',
  noteIncident: 'OSCK----',
  sendMessage: 'OSCK----',

  // Volunteers: not for the mayor and not for a platform.
  listVolunteers: 'OSCK-V-A',
  readCoverage: 'OSCK-V-A',
  getVolunteer: 'OSCK-V-A',
  volunteerFacts: 'OSCK-V-A',
  registerVolunteer: 'OS---V-A',
  recordAgreements: 'OS---V-A',
  setDuty: 'OS---V--',
  showVolunteerPhone: 'OSCK-V--',
  editVolunteer: '-S---V-A',
  recordTraining: '-S---V-A',
  strikeTraining: '-S---V-A',
  limitDuty: '-S---V-A',
  activateVolunteer: '-S---V-A',
  suspendVolunteer: '-S---V-A',
  reinstateVolunteer: '-S---V-A',
  withdrawVolunteer: '-S---V-A',

  // What is written about the work is for those who answer for it; a coordinator looks after people.
  incidentSitrep: 'OSCKP--A',
  periodSitrep: 'OSCKP--A',
  afterAction: 'OSCKP--A',
  afterActionPaper: 'OSCKP--A',
  monthlyFigures: 'OSCKP--A',

  // Danger: everybody may know where it is; whoever leads the work draws it.
  listZones: 'OSCKPV-A',
  drawZone: 'OSC-----',
  zoneFacts: 'OSCKPV-A',
  changeZone: 'OSC-----',
  endZone: 'OSC-----',

  // How the agency asks: who answers for a shift may change it, and the administrator.
  readPolicy: '-SCK---A',
  listPolicyChanges: '-SCK---A',
  changePolicy: '-S-----A',
  // Everybody who sees an incident goes by its deadlines and templates.
  readProcedure: 'OSCKPV-A',
  listProcedureChanges: '-SCK---A',
  changeProcedure: '-S-----A',

  listFacts: '-SCKP--A',
  browseLedger: '-SCKP--A',
  checkChain: '-SCKP--A',

  // The control room keeps its log; whoever answers for it reads it.
  listShifts: 'OSCK---A',
  handoverSheet: 'OSCK---A',
  startShift: 'OS------',
  logEntry: 'OS------',
  handOverShift: 'OS------',

  // Of his own partner only: the list is cut to it.
  listDeliveries: '-S-K--mA',

  listPartners: '-S-K--mA',
  getPartner: '-S-K--mA',
  partnerFacts: '-S-K--mA',
  partnerHealth: '-S-K--mA',
  partnerAcceptance: '-S-K--mA',
  partnerEvents: '-S-K--mA',
  partnerDeliveries: '-S-K--mA',
  partnerDelivery: '-S-K--mA',
  rotateSecret: '------mA',
  retireSecret: '------mA',
  proposeEndpoint: '------mA',
  checkEndpoint: '------mA',
  removeEndpoint: '------mA',
  pingPartner: '------mA',
  replayDelivery: '------mA',
  setAsideDelivery: '------mA',
  // Whether a platform is trusted is not the platform's to say.
  createPartner: '-------A',
  approveEndpoint: '-------A',
  disablePartner: '-------A',
  enablePartner: '-------A',

  listUsers: '-------A',
  createUser: '-------A',
  changeRole: '-------A',
  disableUser: '-------A',
  enableUser: '-------A',
  resetPassword: '-------A',
  allSessions: '-------A',
  listSessions: '-------A',
  endSession: '-------A',
}
