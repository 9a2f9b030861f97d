import type { DeliveryType } from '#contracts/wire/partner/deliveries.ts'

/**
 * The bytes of each message of the checklist, written by hand from the partner contract: not made by the code that makes
 * the messages. A change of the contract that nobody meant is seen here.
 */
export const expectedBytes: Readonly<Record<DeliveryType, string>> = {
  ping: '{"type":"ping","timestamp":"2026-01-17T06:05:00.000Z","data":{"note":"Top Ranger"}}',
  'offer.created':
    '{"type":"offer.created","timestamp":"2026-01-17T06:05:00.000Z","data":{"offerId":"of_01k6n4t2v8q3w5x7y9za0b",' +
    '"volunteerRef":"driver-0007","expiresAt":"2026-01-17T06:08:00.000Z","incident":{"code":"KJ-2026-0421",' +
    '"hazard":"banjir","severity":"tinggi","summary":"Banjir (tinggi) di Oebufu, Kec. Oebobo"},' +
    '"task":"antar_bantuan","place":{"areaName":"Oebufu, Kec. Oebobo","lat":-10.16448,"lng":123.62797},"etaS":360,' +
    '"safetyNotes":["Utamakan keselamatan Anda. Jangan masuk area bahaya tanpa TRC BPBD.",' +
    '"Jangan menerobos air di atas lutut atau arus deras.",' +
    '"Ikat muatan dengan kuat dan jangan melebihi kapasitas."],' +
    '"why":"Anda dipilih karena berada sekitar 2 km dari lokasi (± 6 menit perjalanan), menurut posisi Anda saat ini.",' +
    '"drill":false}}',
  'offer.withdrawn':
    '{"type":"offer.withdrawn","timestamp":"2026-01-17T06:05:00.000Z","data":{"offerId":"of_01k6n4t2v8q3w5x7y9za0b",' +
    '"volunteerRef":"driver-0007","reason":"filled"}}',
  'assignment.confirmed':
    '{"type":"assignment.confirmed","timestamp":"2026-01-17T06:05:00.000Z","data":{' +
    '"assignmentId":"as_3f9k2m5p7r1t4v6x8z0b2d4f6h","offerId":"of_01k6n4t2v8q3w5x7y9za0b",' +
    '"volunteerRef":"driver-0007","incident":{"code":"KJ-2026-0421","hazard":"banjir","severity":"tinggi",' +
    '"summary":"Banjir (tinggi) di Oebufu, Kec. Oebobo"},"task":"antar_bantuan",' +
    '"place":{"areaName":"Oebufu, Kec. Oebobo","lat":-10.1637,"lng":123.6291,' +
    '"address":"Gang di samping gereja, tanya Pak RT"},' +
    '"contact":{"name":"Posko BPBD Kota Kupang","phone":"+623800000000"},' +
    '"instructions":["Utamakan keselamatan Anda. Jangan masuk area bahaya tanpa TRC BPBD.",' +
    '"Jangan menerobos air di atas lutut atau arus deras.",' +
    '"Ikat muatan dengan kuat dan jangan melebihi kapasitas."],"drill":false}}',
  'assignment.stood_down':
    '{"type":"assignment.stood_down","timestamp":"2026-01-17T06:05:00.000Z","data":{' +
    '"assignmentId":"as_3f9k2m5p7r1t4v6x8z0b2d4f6h","volunteerRef":"driver-0007","reason":"stand_down"}}',
  'assignment.updated':
    '{"type":"assignment.updated","timestamp":"2026-01-17T06:05:00.000Z","data":{' +
    '"assignmentId":"as_3f9k2m5p7r1t4v6x8z0b2d4f6h","volunteerRef":"driver-0007",' +
    '"incident":{"code":"KJ-2026-0421","hazard":"banjir","severity":"tinggi",' +
    '"summary":"Banjir (tinggi) di Oebufu, Kec. Oebobo"},"place":{"areaName":"Oebufu, Kec. Oebobo",' +
    '"lat":-10.1637,"lng":123.6291,"address":"Gang di samping gereja, tanya Pak RT"}}}',
  'message.sent':
    '{"type":"message.sent","timestamp":"2026-01-17T06:05:00.000Z","data":{' +
    '"assignmentId":"as_3f9k2m5p7r1t4v6x8z0b2d4f6h","volunteerRef":"driver-0007",' +
    '"text":"Masuk lewat jalan timur, jembatan ditutup.","drill":false}}',
  'checkin.requested':
    '{"type":"checkin.requested","timestamp":"2026-01-17T06:05:00.000Z","data":{' +
    '"assignmentId":"as_3f9k2m5p7r1t4v6x8z0b2d4f6h","volunteerRef":"driver-0007",' +
    '"checkinId":"chk_2b4d6f8h0k2n4q6s8u0w2y4a6c","answerBy":"2026-01-17T06:35:00.000Z","drill":false}}',
}
