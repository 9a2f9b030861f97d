import { english } from '#contracts/wire/labels/en.ts'
import type { Catalogue } from '../catalogue.ts'

/** What a person reads for each code: the labels of the contract, under the names that the screens use. */
export const labels = {
  // The reason stands beside it, so the short word is enough.
  incidentStatus: { ...english.incident, rejected: 'Rejected' },
  severity: english.severity,
  hazard: english.hazard,
  task: english.task,
  vehicle: { ...english.vehicle, any: 'Any' },
  skill: english.skill,
  channel: english.channel,
  rejectReason: english.reject,
  referral: english.referral,
  declineReason: english.decline,
  callReason: english.callReason,
  needStatus: english.need,
  offerOpen: english.offer.open,
  offerEnd: english.offer,
  endReason: english.ending,
  rule: { ...english.matchReason, danger_zone: english.ending.danger_zone },
  assignment: english.assignment,
  duty: english.duty,
  standing: english.standing,
  position: english.position,
  offerChannel: { webhook: 'Through the partner', link: 'By task link' },
  role: english.role,
  deadline: english.deadline,
} satisfies Catalogue['labels']
