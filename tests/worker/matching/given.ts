import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import type { BelievedPosition } from '#contracts/domain/whereabouts/position.ts'
import { defaultMatchPolicy } from '#contracts/domain/policy/defaults.ts'
import type { Candidate, OpenIncident, OpenNeed, RoundInput } from '../../../worker/matching/types.ts'

export const NOW = new Date('2026-04-05T01:00:00.000Z')
/** Two for each slot, so that a test says how many it expects; the learned set has tests of its own. */
export const POLICY: MatchPolicy = { ...defaultMatchPolicy, overAsk: 2 }
/** The place of every incident that says nothing else: Oebufu. */
export const OEBUFU = { lat: -10.1735, lng: 123.6205 }

export const at = (secondsFromNow: number): Date => new Date(NOW.getTime() + secondsFromNow * 1000)

/** A live position so many metres north of Oebufu. */
export const north = (metres: number, over: Partial<BelievedPosition> = {}): BelievedPosition => ({
  lat: OEBUFU.lat + metres / 111_195,
  lng: OEBUFU.lng,
  source: 'live',
  ageS: 10,
  uncertaintyM: 0,
  ...over,
})

export const candidate = (volunteerId: string, over: Partial<Candidate> = {}): Candidate => ({
  volunteerId,
  personKey: `person-${volunteerId}`,
  partnerId: 'mandiri',
  vehicle: 'motorcycle',
  skills: [],
  duty: 'on',
  standing: 'active',
  claimed: false,
  onTrip: false,
  askedToday: 0,
  servedThisWeek: 0,
  dutyS: 3600,
  restUntil: null,
  channelHealthy: true,
  sandbox: false,
  position: north(500),
  ...over,
})

export const need = (needId: string, over: Partial<OpenNeed> = {}): OpenNeed => ({
  needId,
  taskType: 'antar_bantuan',
  vehicle: 'any',
  skill: null,
  openSlots: 1,
  openOffers: 0,
  freshOffers: 0,
  ...over,
})

export const incident = (incidentId: string, over: Partial<OpenIncident> = {}): OpenIncident => ({
  incidentId,
  ...OEBUFU,
  severity: 'sedang',
  reportedAt: NOW,
  drill: false,
  ring: 0,
  askedThisSearch: [],
  needs: [need(`${incidentId}-n1`)],
  ...over,
})

export const round = (
  incidents: OpenIncident[],
  candidates: Candidate[],
  policy: Partial<MatchPolicy> = {},
): RoundInput => ({ now: NOW, policy: { ...POLICY, ...policy }, incidents, candidates })
