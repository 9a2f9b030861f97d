/** Every "no" of the domain. A code is part of the contract: clients branch on it, so it is never renamed. */
export const refusalCodes = {
  not_found: 'The thing does not exist, or not for the one who asks.',
  illegal_move: 'The state machine has no such move from the present state.',
  already_done: 'It was done before by somebody else; nothing is left to do.',
  closed_incident: 'The incident has ended and takes no more changes.',
  no_needs: 'There is nothing to ask for: set the needs first.',
  unknown_need: 'The incident has no such need.',
  too_many_slots: 'An incident may ask for 200 slots at most.',
  too_many_offers: 'An incident may have 1,000 open offers at most.',
  already_asked: 'The volunteer was already asked for this incident in this search.',
  busy: 'The natural person is bound to another offer or assignment.',
  need_filled: 'The need is filled already.',
  not_yours: 'The offer or assignment belongs to another volunteer or partner.',
  terminal: 'The offer or assignment has ended.',
  unfit: 'The volunteer cannot be sent: not active, not on duty, wrong vehicle or skill.',
  danger_zone: 'Danger zones bar his way: name them to send him all the same.',
  against_rules:
    'His papers, his rest or his limit on duty speak against it: name each rule to send him all the same.',
  confirm_stand_down: 'People are on their way: name those who are to be stood down.',
  team_out: 'People are still out for this incident: stand them down or wait for them.',
  self_duplicate: 'An incident cannot be the duplicate of itself or of another duplicate.',
  has_duplicates:
    'Other incidents are marked as duplicates of this one: it cannot become a duplicate itself.',
  outdated: 'Somebody else changed it meanwhile: look at it anew.',
  nothing_to_change: 'The correction changes nothing.',
  already_registered: 'This volunteer is registered with the partner already.',
  person_busy: 'The person is bound to an offer or assignment; this cannot change now.',
  suspended: 'The volunteer, partner or user is suspended.',
  unknown_alarm: 'No such alarm is standing.',
  outside_area: 'The point does not lie in the area of the agency.',
  login_taken: 'Another user signs in with this name already.',
  last_admin: 'The last administrator cannot be removed.',
  nobody_out: 'Nobody who is meant is out for this incident.',
  too_much_evidence: 'An assignment may bring 50 notes and photos at most.',
  too_many_messages: 'An assignment may bring 200 messages at most: telephone instead.',
  too_many_photos: 'Staff may add 100 photos to one incident at most.',
  no_agreement: 'Consent and code of conduct must be agreed to before somebody becomes active.',
  on_task: 'The volunteer is out on a task: call him home or hand it over first.',
  no_endpoint: 'The partner has no endpoint to send to.',
  not_answered: 'The proposed endpoint has not answered its signed ping.',
  not_checked: 'No proposed endpoint has answered its ping and waits for approval.',
  second_person: 'Whoever proposed the endpoint cannot approve it: another administrator must.',
  two_secrets: 'Two secrets are active in this direction already: retire the old one first.',
  last_secret: 'The only active secret of a direction cannot be retired: add a new one first.',
  zone_times: 'A danger zone must lie ahead, end after it begins, and last 30 days at most.',
  weather_end: 'Weather that slows people down wants the moment until which it counts.',
  shift_open: 'A shift is running: hand it over before the next one starts.',
  no_reporter: 'Nobody is known who reported it.',
  not_taking_part: 'The number is shown only of people who take part, or who are on duty.',
  log_full: 'The log of one shift holds 500 entries at most.',
} as const

export type RefusalCode = keyof typeof refusalCodes

/** Thrown by commands; `detail` carries codes, ids and numbers only, never personal data. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly detail: Readonly<Record<string, unknown>>
  constructor(code: RefusalCode, detail: Readonly<Record<string, unknown>> = {}) {
    super(`${code}: ${refusalCodes[code]}`)
    this.name = 'Refusal'
    this.code = code
    this.detail = detail
  }
}
