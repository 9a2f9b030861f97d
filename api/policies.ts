import type { Role } from '#contracts/domain/roles.ts'
import { actions, type Action } from '#contracts/wire/actions.ts'

/** Work on an incident from the first report to the end. */
const response = [
  'reference.read',
  'incident.read',
  'incident.report',
  'incident.correct',
  'incident.gate',
  'incident.merge',
  'incident.plan',
  'incident.dispatch',
  'incident.assign',
  'incident.stand_down',
  'incident.finish',
  'incident.note',
  'incident.checkin',
  'incident.trc',
  'incident.assess',
  'incident.call',
  'offer.link',
  'offer.answer',
  'alarm.acknowledge',
  'volunteer.read',
  'zone.read',
  'zone.draw',
  'report.read',
  'shift.read',
  'shift.write',
] as const satisfies readonly Action[]

/** Who may do what. Whatever is not here is refused. */
export const policies = {
  // Takes reports day and night and carries an incident through; serves volunteers who call.
  operator: [...response, 'volunteer.register', 'volunteer.duty', 'volunteer.call'],
  // Answers for a shift: may also correct and suspend volunteers, and look behind the messages.
  supervisor: [
    ...response,
    'volunteer.register',
    'volunteer.edit',
    'volunteer.duty',
    'volunteer.suspend',
    'volunteer.call',
    'delivery.read',
    'partner.read',
    'ledger.read',
    'policy.read',
    'policy.change',
  ],
  // Leads in the field: decides about people and the end, but intake and its gate are the control room's.
  commander: [
    'reference.read',
    'incident.read',
    'incident.correct',
    'incident.plan',
    'incident.dispatch',
    'incident.assign',
    'incident.stand_down',
    'incident.finish',
    'incident.note',
    'incident.checkin',
    'incident.trc',
    'incident.assess',
    'incident.call',
    'alarm.acknowledge',
    'volunteer.read',
    'volunteer.call',
    'zone.read',
    'zone.draw',
    'report.read',
    'shift.read',
    'ledger.read',
    'policy.read',
  ],
  // Head of the agency: watches everything, may call people home and end; does not run the search himself.
  // He and the commander see a call for help outside a task: then they may ring.
  kalak: [
    'reference.read',
    'incident.read',
    'incident.stand_down',
    'incident.finish',
    'incident.note',
    'volunteer.read',
    'volunteer.call',
    'zone.read',
    'delivery.read',
    'partner.read',
    'report.read',
    'shift.read',
    'ledger.read',
    'policy.read',
  ],
  // Mayor and council: read, never write; the list of volunteers is none of their business.
  pimpinan: ['reference.read', 'incident.read', 'zone.read', 'report.read', 'ledger.read'],
  // Looks after the volunteers; sees incidents, changes none.
  coordinator: [
    'reference.read',
    'incident.read',
    'volunteer.read',
    'zone.read',
    'volunteer.register',
    'volunteer.edit',
    'volunteer.duty',
    'volunteer.suspend',
    'volunteer.call',
  ],
  // The engineer of a ride-hailing platform: his own partner's connection (see own-partner) and nothing else.
  partner_admin: ['delivery.read', 'partner.read', 'partner.connect'],
  // Runs the platform, not the response: looks at everything, keeps the volunteers in order.
  admin: [
    'reference.read',
    'incident.read',
    'volunteer.read',
    'zone.read',
    'volunteer.register',
    'volunteer.edit',
    'volunteer.suspend',
    'delivery.read',
    'partner.read',
    'partner.connect',
    'partner.manage',
    'report.read',
    'shift.read',
    'ledger.read',
    'policy.read',
    'policy.change',
    'user.manage',
  ],
} as const satisfies Record<Role, readonly Action[]>

export const mayDo = (role: Role, action: Action): boolean =>
  (policies[role] as readonly Action[]).includes(action)

/** In the order of the catalogue. */
export const actionsOf = (role: Role): Action[] => actions.filter((action) => mayDo(role, action))
