import type { RefusalCode } from '#contracts/domain/refusal.ts'
import { problems, refusalProblems, type Problem, type ProblemCode } from '../problem.ts'
import type { PartnerEventData, PartnerEventType, PartnerOutcome } from './events.ts'
import { deliveryExamples } from './examples-out.ts'
import type { AssignmentState, EventOutcome, OpenOffers } from './reads.ts'

interface EventExample<T extends PartnerEventType> {
  data: PartnerEventData<T>
  answer: PartnerOutcome
}

/** Invented: a driver of an invented platform, in a city that exists. */
const volunteerRef = 'driver-0007'
const offerId = 'of_01k6n4t2v8q3w5x7y9za0b'
const assignmentId = 'as_3f9k2m5p7r1t4v6x8z0b2d4f6h'
const at = '2026-01-17T14:05:00+08:00'
const here = { lat: -10.1637, lng: 123.6291 }
const vehicle = { kind: 'motorcycle', plate: 'DH 1234 XX' } as const

/** One event of each type, and what it is answered with 200. */
export const eventExamples: { [T in PartnerEventType]: EventExample<T> } = {
  'volunteer.registered': {
    data: { volunteerRef, displayName: 'Yohanes Contoh', phone: '+628120000007', vehicle, skills: ['p3k'] },
    answer: { outcome: 'registered', volunteerRef },
  },
  'volunteer.updated': {
    data: { volunteerRef, vehicle: { kind: 'car', plate: 'DH 77 XX', seats: 4 } },
    answer: { outcome: 'updated', volunteerRef },
  },
  'volunteer.agreed': {
    data: { volunteerRef, agreements: [{ to: 'consent', version: '2026-01' }, { to: 'code_of_conduct' }] },
    answer: { outcome: 'recorded', volunteerRef },
  },
  'volunteer.withdrawn': { data: { volunteerRef }, answer: { outcome: 'recorded', volunteerRef } },
  'volunteer.duty_changed': {
    data: { volunteerRef, duty: 'on', onTrip: false, declaredArea: 'Oebufu' },
    answer: { outcome: 'updated', volunteerRef },
  },
  'offer.accepted': {
    data: { offerId, volunteerRef, etaS: 300 },
    answer: { outcome: 'confirmed', assignmentId },
  },
  'offer.declined': { data: { offerId, volunteerRef, reason: 'on_trip' }, answer: { outcome: 'declined' } },
  'assignment.progressed': {
    data: { assignmentId, volunteerRef, state: 'on_scene', ...here, at, note: 'Sudah di depan gang' },
    answer: { outcome: 'applied' },
  },
  'assignment.acknowledged': {
    data: { assignmentId, what: 'stood_down', how: 'read' },
    answer: { outcome: 'recorded' },
  },
  'checkin.answered': {
    data: { volunteerRef, at, ...here, text: 'Aman, di seberang jembatan' },
    answer: { outcome: 'recorded', volunteerRef },
  },
  'volunteer.sos': {
    data: { volunteerRef, at, ...here, text: 'Terjebak air' },
    answer: { outcome: 'recorded', volunteerRef },
  },
  'message.received': {
    data: { volunteerRef, at, text: 'Jembatan putus, putar lewat Oesapa' },
    answer: { outcome: 'recorded', volunteerRef },
  },
  'evidence.added': {
    data: { assignmentId, kind: 'photo', uploadId: 'pho_1a3c5e7g9j1m3p5r7t9v1x3z5b' },
    answer: { outcome: 'recorded' },
  },
  'incident.observed': {
    data: { volunteerRef, hazard: 'pohon_tumbang', ...here, at, note: 'Menutup seluruh jalan' },
    answer: { outcome: 'recorded', incidentId: 'inc_01k6n4t2v8q3w5x7y9za0c', volunteerRef },
  },
}

/** An event as it is signed and posted. */
export const eventExample = <T extends PartnerEventType>(
  type: T,
): { type: T; timestamp: string; data: PartnerEventData<T> } => ({
  type,
  timestamp: '2026-01-17T14:05:01+08:00',
  data: eventExamples[type].data,
})

/** Every way in which a yes may be answered. */
export const answersToYes = {
  confirmed: eventExamples['offer.accepted'].answer,
  already_filled: { outcome: 'already_filled' },
  standby: { outcome: 'standby' },
  expired: { outcome: 'expired' },
  withdrawn: { outcome: 'withdrawn' },
} satisfies Record<string, PartnerOutcome>

export const positionsExample = {
  positions: [
    { volunteerRef, ...here, accuracyM: 12, speedMps: 6.5, headingDeg: 270, at },
    { volunteerRef: 'driver-0042', lat: -10.1712, lng: 123.6054, at },
  ],
}
export const positionsTakenExample = { taken: 1, older: 0, unknown: ['driver-0042'] }
export const evidenceTakenExample = { uploadId: 'pho_1a3c5e7g9j1m3p5r7t9v1x3z5b' }

export const openOffersExample: OpenOffers = { offers: [deliveryExamples['offer.created']] }
const confirmed = deliveryExamples['assignment.confirmed']
export const assignmentStateExample: AssignmentState = {
  assignmentId,
  offerId,
  volunteerRef,
  incident: { code: 'KJ-2026-0421', status: 'responding' },
  task: 'antar_bantuan',
  state: 'on_scene',
  active: true,
  times: {
    accepted: '2026-01-17T06:05:02.113Z',
    en_route: '2026-01-17T06:06:40.000Z',
    on_scene: '2026-01-17T06:14:05.000Z',
  },
  checkin: null,
  told: {
    place: confirmed.place,
    contact: confirmed.contact,
    instructions: confirmed.instructions,
  },
  drill: false,
}
export const eventOutcomeExample: EventOutcome = {
  webhookId: 'msg_0007_yes',
  answer: { status: 200, body: eventExamples['offer.accepted'].answer },
}

const refused = (code: ProblemCode | RefusalCode): Problem => {
  const { status, id: title, en: titleEn } = { ...problems, ...refusalProblems }[code]
  const type = `/api/docs#problem-${code}`
  return { type, title, titleEn, status, code, id: 'req_01k6n4t2v8q3w5x7y9za0d' }
}

/** A "no" of each kind that a partner may be answered. */
export const noExamples: readonly Problem[] = [
  { ...refused('invalid'), fields: [{ path: 'data.phone', message: 'E.164' }] },
  refused('bad_headers'),
  refused('bad_signature'),
  refused('partner_disabled'),
  refused('not_found'),
  { ...refused('terminal'), detail: { what: 'assignment' } },
  refused('too_large'),
  refused('unsupported_type'),
  refused('id_reused'),
  refused('too_many'),
  refused('not_saved'),
]
