import type { PartnerEventType } from '#contracts/wire/partner/events.ts'

/** The names that stand in the messages: what the platform has given out, and what the partner calls his drivers. */
export interface Names {
  newcomer: string
  driver: string
  offerId: string
  assignmentId: string
  uploadId: string
  /** When all of it was said: RFC 3339. */
  saidAt: string
}

const AT = '"at":"2026-01-17T14:05:00+08:00"'

const headOf =
  (saidAt: string) =>
  (type: string): string =>
    `{"type":"${type}","timestamp":"${saidAt}","data":`

/**
 * One event of each type, written by hand from the partner contract: not made by the code that reads it. A change of the
 * contract that nobody meant is seen here.
 */
export const eventBytes = (n: Names): Readonly<Record<PartnerEventType, string>> => {
  const head = headOf(n.saidAt)
  return {
    'volunteer.registered':
      head('volunteer.registered') +
      `{"volunteerRef":"${n.newcomer}","displayName":"Relawan Konformans","phone":"+628120009099",` +
      '"vehicle":{"kind":"motorcycle","plate":"DH 9099 KF"},"skills":["p3k"]}}',
    'volunteer.updated':
      head('volunteer.updated') +
      `{"volunteerRef":"${n.newcomer}","vehicle":{"kind":"car","plate":"DH 9098 KF","seats":4}}}`,
    'volunteer.agreed':
      head('volunteer.agreed') +
      `{"volunteerRef":"${n.newcomer}","agreements":[{"to":"consent"},{"to":"code_of_conduct"}]}}`,
    'volunteer.withdrawn': head('volunteer.withdrawn') + `{"volunteerRef":"${n.newcomer}"}}`,
    'volunteer.duty_changed':
      head('volunteer.duty_changed') +
      `{"volunteerRef":"${n.driver}","duty":"on","onTrip":false,"declaredArea":"Oebufu"}}`,
    'offer.accepted':
      head('offer.accepted') + `{"offerId":"${n.offerId}","volunteerRef":"${n.driver}","etaS":300}}`,
    'offer.declined':
      head('offer.declined') + `{"offerId":"${n.offerId}","volunteerRef":"${n.driver}","reason":"on_trip"}}`,
    'assignment.progressed':
      head('assignment.progressed') +
      `{"assignmentId":"${n.assignmentId}","volunteerRef":"${n.driver}","state":"working",` +
      `"lat":-10.1637,"lng":123.6291,${AT},"note":"Sudah di lokasi"}}`,
    'assignment.acknowledged':
      head('assignment.acknowledged') +
      `{"assignmentId":"${n.assignmentId}","what":"confirmed","how":"read"}}`,
    'checkin.answered':
      head('checkin.answered') +
      `{"volunteerRef":"${n.driver}",${AT},"lat":-10.1637,"lng":123.6291,"text":"Aman"}}`,
    'volunteer.sos':
      head('volunteer.sos') +
      `{"volunteerRef":"${n.driver}",${AT},"lat":-10.1637,"lng":123.6291,"text":"Terjebak air"}}`,
    'message.received':
      head('message.received') +
      `{"volunteerRef":"${n.driver}",${AT},"text":"Jembatan putus, putar lewat Oesapa"}}`,
    'evidence.added':
      head('evidence.added') +
      `{"assignmentId":"${n.assignmentId}","kind":"photo","uploadId":"${n.uploadId}"}}`,
    'incident.observed':
      head('incident.observed') +
      `{"volunteerRef":"${n.driver}","hazard":"pohon_tumbang","lat":-10.1637,"lng":123.6291,${AT},"note":"Menutup jalan"}}`,
  }
}

/** What each of them is answered, to the byte; `*` stands for an id that the platform has made. */
export const answerBytes = (n: Names): Readonly<Record<PartnerEventType, string>> => ({
  'volunteer.registered': `{"outcome":"registered","volunteerRef":"${n.newcomer}"}`,
  'volunteer.updated': `{"outcome":"updated","volunteerRef":"${n.newcomer}"}`,
  'volunteer.agreed': `{"outcome":"recorded","volunteerRef":"${n.newcomer}"}`,
  'volunteer.withdrawn': `{"outcome":"recorded","volunteerRef":"${n.newcomer}"}`,
  'volunteer.duty_changed': `{"outcome":"updated","volunteerRef":"${n.driver}"}`,
  'offer.accepted': '{"outcome":"confirmed","assignmentId":"*"}',
  'offer.declined': '{"outcome":"declined"}',
  'assignment.progressed': '{"outcome":"applied"}',
  'assignment.acknowledged': '{"outcome":"recorded"}',
  'checkin.answered': `{"outcome":"recorded","volunteerRef":"${n.driver}"}`,
  'volunteer.sos': `{"outcome":"recorded","volunteerRef":"${n.driver}"}`,
  'message.received': `{"outcome":"recorded","volunteerRef":"${n.driver}"}`,
  'evidence.added': '{"outcome":"recorded"}',
  'incident.observed': `{"outcome":"recorded","incidentId":"*","volunteerRef":"${n.driver}"}`,
})
