import { indonesian } from '#contracts/wire/labels/id.ts'

/** What a person reads for each code: the labels of the contract, under the names that the screens use. */
export const labels = {
  // The reason stands beside it, so the short word is enough.
  incidentStatus: { ...indonesian.incident, rejected: 'Ditolak' },
  severity: indonesian.severity,
  hazard: indonesian.hazard,
  task: indonesian.task,
  vehicle: { ...indonesian.vehicle, any: 'Apa pun' },
  skill: indonesian.skill,
  channel: indonesian.channel,
  rejectReason: indonesian.reject,
  referral: indonesian.referral,
  declineReason: indonesian.decline,
  callReason: indonesian.callReason,
  needStatus: indonesian.need,
  offerOpen: indonesian.offer.open,
  offerEnd: indonesian.offer,
  endReason: indonesian.ending,
  rule: { ...indonesian.matchReason, danger_zone: indonesian.ending.danger_zone },
  assignment: indonesian.assignment,
  duty: indonesian.duty,
  standing: indonesian.standing,
  position: indonesian.position,
  offerChannel: { webhook: 'Lewat mitra', link: 'Lewat tautan tugas' },
  role: indonesian.role,
  deadline: indonesian.deadline,
}
