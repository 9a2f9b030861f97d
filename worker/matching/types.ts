import type { BelievedPosition } from '#contracts/domain/whereabouts/position.ts'
import type { NeedVehicle, Severity, Vehicle } from '#contracts/domain/words.ts'
import type { Unfitness } from '#contracts/domain/volunteer/fitness.ts'
import type { Answers } from '#contracts/domain/volunteer/answers.ts'
import type { Comings } from '#contracts/domain/volunteer/comings.ts'
import type { CostParts } from './cost.ts'
import type { Remedy, Why } from './explain.ts'
import type { Habits } from './habits.ts'
import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import type { Tally } from './reasons.ts'
import type { DangerZone } from '#contracts/domain/zone/across.ts'

/** One volunteer record. One natural person (`personKey`) may have several, one per partner. */
export interface Candidate {
  volunteerId: string
  personKey: string
  partnerId: string
  vehicle: Vehicle
  skills: readonly string[]
  duty: 'off' | 'on' | 'paused'
  standing: 'pending' | 'active' | 'suspended' | 'withdrawn'
  /** The person is bound to an offer or an assignment already. */
  claimed: boolean
  /** He carries a passenger. */
  onTrip: boolean
  /** What he answered so far; unknown people are taken for the agency's mean. */
  answers?: Answers
  /** How often in a row he was asked and kept silent (contracts/domain/volunteer/lately.ts); absent: he was not. */
  silences?: number
  /** Whether he came, having said yes; absent: he never did. */
  comings?: Comings
  askedToday: number
  servedThisWeek: number
  /** Seconds on duty in the last 24 hours. */
  dutyS: number
  restUntil: Date | null
  /** Why his papers or his own limit forbid any task; null: they forbid none. */
  unfit?: Unfitness | null
  /** The tasks that his papers forbid beyond that. */
  unfitFor?: Readonly<Partial<Record<string, Unfitness>>>
  /** The incident that he said no to, or left unanswered, a moment ago (`coolDownS`); no other one asks him now. */
  refused?: string | null
  channelHealthy: boolean
  /** Belongs to a sandbox partner: drills are for him, and nothing else is. */
  sandbox: boolean
  position: BelievedPosition | null
  /** How hard the fixes behind `position` are to believe, in points (contracts/domain/volunteer/track.ts). */
  implausibility?: number
}

/** Somebody asked who has not answered. */
export interface PendingOffer {
  volunteerId: string
  /** Seconds that he needs once he has said yes. */
  travelS: number
  silentS: number
}

export interface OpenNeed {
  needId: string
  taskType: string
  vehicle: NeedVehicle
  skill: string | null
  /** Slots that nobody has accepted yet. */
  openSlots: number
  /** Offers without an answer. */
  openOffers: number
  /** Those of `openOffers` that are younger than one wave. */
  freshOffers: number
  /** The open offers, as far as anything is known of them. */
  pending?: readonly PendingOffer[]
}

export interface OpenIncident {
  incidentId: string
  lat: number
  lng: number
  severity: Severity
  reportedAt: Date
  drill: boolean
  /** The smallest ring to ask in: an index into `policy.ringsEtaS`. */
  ring: number
  /** Volunteer ids asked since the operator last began the search. */
  askedThisSearch: readonly string[]
  /** Volunteer ids of those who said yes when no slot was open: they are asked first when one is. */
  standby?: readonly string[]
  needs: readonly OpenNeed[]
  /** Offers of it that were taken back for others so far. */
  swapped?: number
  /** The danger zones in force for it. */
  zones?: readonly DangerZone[]
}

/** Everything a round knows. The same input always gives the same plan, whatever the order of the lists. */
export interface RoundInput {
  now: Date
  policy: MatchPolicy
  /** Absent: what the policy assumes. */
  habits?: Habits
  /** What sandbox people answered, for drills; absent in rounds of earlier releases: the same. */
  drillHabits?: Habits
  /** Kept by a release that chose the solver by rows × columns × the smaller of both. */
  isBySize?: true
  /** Kept by a release that asked by the first rules; see `Frame`. */
  isByFirstRules?: true
  incidents: readonly OpenIncident[]
  candidates: readonly Candidate[]
}

/** One volunteer to ask. What the offer has to keep is here: the parts of its cost and the position that justified it. */
export interface PlannedOffer {
  needId: string
  volunteerId: string
  personKey: string
  partnerId: string
  /** As the crow flies. */
  distanceM: number
  etaS: number
  uncertaintyS: number
  cost: CostParts
  position: BelievedPosition
  why: Why
}

/**
 * What became of one need. `considered` = offers + the sum of `reasons`; with a fixed number per slot both are empty when
 * `wanted` is 0.
 */
export interface NeedPlan {
  needId: string
  wanted: number
  /** The chance that all its slots are taken in time by those asked before and now; null with a fixed number per slot. */
  chance: number | null
  ring: number
  considered: number
  reasons: Tally
  stalled: boolean
  remedies: Remedy[]
}

export interface IncidentPlan {
  incidentId: string
  /** The widest ring that any of its needs came to. */
  ring: number
  /** By need, then cheapest first. */
  offers: PlannedOffer[]
  needs: NeedPlan[]
  /** When to ask again; null when nobody was wanted, so the moment already set stays. */
  nextWaveAt: Date | null
}

/** The most urgent incident first: the order in which offers should be written. */
export interface RoundPlan {
  policyVersion: string
  /** `greedy`: valid, but the best assignment would have taken longer than a round may. */
  solver: 'exact' | 'greedy'
  incidents: IncidentPlan[]
}
