import type { RouteName } from '#contracts/wire/routes/all.ts'

/** A test beside the acts: its file, the beginning of its name, and what it reads of what the press has left. */
type Proof = readonly [file: string, name: string, reads: string]

const acts = 'browser/acts.test.ts'
const desk = 'browser/partner-desk.test.ts'
const sessions = 'api/sessions.test.ts'
const users = 'api/users.test.ts'

/** What the screens can change and no row of `tests/browser/acts` ends at. Sign-ins leave no fact: what became of them is read. */
export const provedBeside: Partial<Record<RouteName, Proof>> = {
  reportIncident: [desk, 'takes a report by keyboard alone', "'incident.reported'"],
  acknowledgeAlarm: [acts, 'a call for help from the field is seen by somebody', "'alarm.acknowledged'"],
  endSession: [acts, 'a sign-in that an administrator ends is none any more', 'sessions()).toEqual([])'],
  replayDelivery: [desk, 'lets an address count after its ping', "'partner.replay_ordered'"],
  setAsideDelivery: [desk, 'lets an address count after its ping', "'partner.letter_set_aside'"],
  checkEndpoint: [desk, 'lets the address of an engineer count', "'partner.endpoint_checked'"],
  approveEndpoint: [desk, 'lets the address of an engineer count', "'partner.endpoint_set'"],
  pingPartner: [desk, 'lets the address of an engineer count', "awaited('the ping'"],
  login: [sessions, 'gives a token, a cookie out of reach of scripts', 'accessToken'],
  refresh: [sessions, 'hands out a new cookie each time', 'second.cookie'],
  logout: [sessions, 'ends cookie and token at once', 'toBe(401)'],
  changePassword: [users, 'is changed by who knows it', "'changePassword'"],
  endOwnSession: [users, 'sees his own sign-ins', "'endOwnSession'"],
}
