import { codesOf } from '../../text/codes.ts'

/** What auditors ask for, as the types of facts that answer it. A test holds them against the catalogues. */
export const topics = {
  phones: ['phone.shown', 'volunteer.phone_shown'],
  gate: [
    'incident.verified',
    'incident.rejected',
    'incident.referred',
    'incident.marked_duplicate',
    'incident.duplicate_undone',
  ],
  ended: ['incident.cancelled', 'incident.controlled', 'incident.closed'],
  late: ['deadline.missed', 'need.stalled', 'delivery.failed'],
  help: ['sos.raised', 'volunteer.sos', 'volunteer.sos_acknowledged', 'alarm.acknowledged'],
  standing: [
    'volunteer.activated',
    'volunteer.suspended',
    'volunteer.reinstated',
    'volunteer.withdrawn',
    'volunteer.agreed',
  ],
  users: ['user.created', 'user.role_changed', 'user.disabled', 'user.enabled', 'user.password_changed'],
  rules: ['policy.changed', 'procedure.changed'],
  secrets: [
    'partner.secret_added',
    'partner.secret_retiring',
    'partner.secret_retired',
    'partner.endpoint_set',
    'partner.endpoint_dropped',
    'partner.replay_ordered',
    'partner.letter_set_aside',
  ],
  impact: ['impact.recorded'],
} as const satisfies Record<string, readonly string[]>
export type Topic = keyof typeof topics

/** The topic that these types are; null when they are none. */
export const topicOf = (type: string): Topic | null =>
  codesOf(topics).find((topic) => topics[topic].join(',') === type) ?? null
