/** The states of an incident and of what it holds; labels in contracts/wire/labels. */
export const incidentStatuses = [
  'reported',
  'verified',
  'dispatching',
  'responding',
  'controlled',
  'closed',
  'rejected',
  'duplicate',
  'referred',
  'cancelled',
] as const
export type IncidentStatus = (typeof incidentStatuses)[number]

export const needStatuses = ['open', 'asking', 'filled', 'stalled'] as const
export type NeedStatus = (typeof needStatuses)[number]

/** Steps of an assignment that is being carried out, in order: forward skips are legal. */
export const assignmentStates = ['accepted', 'en_route', 'on_scene', 'working', 'completed'] as const
export const assignmentExits = ['released', 'failed', 'stood_down', 'reassigned'] as const
export type AssignmentStep = (typeof assignmentStates)[number]
export type AssignmentState = AssignmentStep | (typeof assignmentExits)[number]

export const offerEnds = ['accepted', 'declined', 'expired', 'withdrawn'] as const
export type OfferEnd = (typeof offerEnds)[number]

/** Why the platform took an offer back or called a person home. */
export const offerEndReasons = [
  'filled',
  'stand_down',
  'need_lowered',
  'need_dropped',
  'replanned',
  'volunteer_left',
  'danger_zone',
] as const
export type OfferEndReason = (typeof offerEndReasons)[number]

export const positionSources = ['live', 'recent', 'declared'] as const
export type PositionSource = (typeof positionSources)[number]

export const MAX_SLOTS = 200
export const MAX_OPEN_OFFERS = 1000
/** Askings that an incident file remembers; the ledger knows them all. */
export const MAX_ASKED = 5000
/** Notes and photos that one assignment may bring. */
export const MAX_EVIDENCE = 50
/** Messages to the command post that one assignment may bring. */
export const MAX_MESSAGES = 200
/** Photos that staff may add to one incident. */
export const MAX_STAFF_PHOTOS = 100
