import type { DeliveryBody, DeliveryType } from './deliveries.ts'

/** Invented, as in `examples-in.ts`. */
const volunteerRef = 'driver-0007'
const offerId = 'of_01k6n4t2v8q3w5x7y9za0b'
const assignmentId = 'as_3f9k2m5p7r1t4v6x8z0b2d4f6h'
const incident = {
  code: 'KJ-2026-0421',
  hazard: 'banjir',
  severity: 'tinggi',
  summary: 'Banjir (tinggi) di Oebufu, Kec. Oebobo',
} as const
const exactly = {
  areaName: 'Oebufu, Kec. Oebobo',
  lat: -10.1637,
  lng: 123.6291,
  address: 'Gang di samping gereja, tanya Pak RT',
}
const safetyNotes = [
  'Utamakan keselamatan Anda. Jangan masuk area bahaya tanpa TRC BPBD.',
  'Jangan menerobos air di atas lutut atau arus deras.',
  'Ikat muatan dengan kuat dan jangan melebihi kapasitas.',
]

/** The data of each message that we post. */
export const deliveryExamples: { [T in DeliveryType]: DeliveryBody<T> } = {
  'offer.created': {
    offerId,
    volunteerRef,
    expiresAt: '2026-01-17T06:08:00.000Z',
    incident,
    task: 'antar_bantuan',
    place: { areaName: 'Oebufu, Kec. Oebobo', lat: -10.16448, lng: 123.62797 },
    etaS: 360,
    safetyNotes,
    why: 'Anda dipilih karena berada sekitar 2 km dari lokasi (± 6 menit perjalanan), menurut posisi Anda saat ini.',
    drill: false,
  },
  'offer.withdrawn': { offerId, volunteerRef, reason: 'filled' },
  'assignment.confirmed': {
    assignmentId,
    offerId,
    volunteerRef,
    incident,
    task: 'antar_bantuan',
    place: exactly,
    contact: { name: 'Posko BPBD Kota Kupang', phone: '+623800000000' },
    instructions: safetyNotes,
    drill: false,
  },
  'assignment.stood_down': { assignmentId, volunteerRef, reason: 'stand_down' },
  'assignment.updated': { assignmentId, volunteerRef, incident, place: exactly },
  'message.sent': {
    assignmentId,
    volunteerRef,
    text: 'Masuk lewat jalan timur, jembatan ditutup.',
    drill: false,
  },
  'checkin.requested': {
    assignmentId,
    volunteerRef,
    checkinId: 'chk_2b4d6f8h0k2n4q6s8u0w2y4a6c',
    answerBy: '2026-01-17T06:35:00.000Z',
    drill: false,
  },
  ping: { note: 'Top Ranger' },
}

/** A message as it is signed and posted. */
export const deliveryExample = <T extends DeliveryType>(
  type: T,
): { type: T; timestamp: string; data: DeliveryBody<T> } => ({
  type,
  timestamp: '2026-01-17T06:05:00.000Z',
  data: deliveryExamples[type],
})
