import type { Engagement } from '#contracts/domain/incident/commands/engage.ts'
import type { WaveInput } from '#contracts/domain/incident/commands/wave.ts'
import { minutes } from '../scenario.ts'
import { bearer, who } from './story.ts'

/** One offer of a wave, as the match round proposes it. */
export const toAsk = (volunteerId: string, needId = 'n1'): WaveInput['offers'][number] => ({
  ...who(volunteerId),
  needId,
  channel: 'webhook',
  expiresAt: minutes(3),
  why: { etaS: 240, uncertaintyS: 0, distanceM: 1800, parts: { eta: 4 } },
  position: { lat: -10.17, lng: 123.6, source: 'live', ageS: 12 },
})

/** A wave to these volunteers for n1. */
export const waveTo = (...volunteerIds: string[]): WaveInput => ({
  offers: volunteerIds.map((volunteerId) => toAsk(volunteerId)),
  stalled: [],
  ring: 0,
  nextWaveAt: minutes(0.75),
  policyVersion: 'default-1',
})

/** A wave that found nobody for these needs. */
export const waveToNobody = (...needIds: string[]): WaveInput => ({
  ...waveTo(),
  stalled: needIds.map((needId) => ({
    needId,
    considered: 9,
    reasons: { off_duty: 9 },
    remedies: ['widen'],
  })),
  nextWaveAt: null,
})

/** An operator's choice after a call. */
export const byHand = (volunteerId: string, over: Partial<Engagement> = {}): Engagement => ({
  ...who(volunteerId),
  ...bearer(volunteerId),
  needId: 'n1',
  channel: 'link',
  etaS: 300,
  why: null,
  position: null,
  chosenBy: 'hand',
  replaces: null,
  reason: 'txt_5',
  ...over,
})
