import type { PolicySettings } from '#contracts/domain/policy/settings.ts'
import { weathers, type Weather } from '#contracts/domain/policy/speed.ts'
import type { Sla } from '#contracts/domain/sla.ts'
import type { Unit } from './units.ts'

export type SettingWord = PolicySettings['onTrip'] | Weather

/**
 * How a field of the settings is read and typed: one number, several by name, limits that rise (null, the last, is the
 * whole city), a number or none at all, yes or no by name, one of a few words, or a moment or none.
 */
export type FieldKind =
  | { of: 'number' | 'numbers' | 'rising' | 'optional'; unit: Unit }
  | { of: 'flags' }
  | { of: 'moment' }
  | { of: 'word'; codes: readonly SettingWord[] }

const number = (unit: Unit): FieldKind => ({ of: 'number', unit })
const numbers = (unit: Unit): FieldKind => ({ of: 'numbers', unit })

/** Every field of the policy, in the groups and the order in which a person thinks of them. */
export const policyGroups = {
  asking: {
    ringsEtaS: { of: 'rising', unit: 'minutes' },
    overAsk: { of: 'optional', unit: 'people' },
    mostPerSlot: number('people'),
    targetChance: number('percent'),
    leastChance: number('percent'),
    alertPrice: number('weight'),
    mostSwaps: number('offers'),
    swapWinS: number('seconds'),
    mostSpares: number('people'),
    waveS: numbers('seconds'),
    expiresS: numbers('seconds'),
  },
  load: {
    alertsPerDay: number('offers'),
    coolDownS: number('seconds'),
    dutyLimitS: number('hours'),
    restS: number('minutes'),
    demands: { of: 'flags' },
    onTrip: { of: 'word', codes: ['last', 'after_drop_off', 'never'] },
    dropOffS: number('minutes'),
    onTripPenaltyS: number('minutes'),
    w1: number('costMinutes'),
    w2: number('costMinutes'),
  },
  priority: {
    severityWeight: numbers('times'),
    ageDoublesS: number('minutes'),
    ageFactorMax: number('times'),
    waitingCost: number('costMinutes'),
    spareCost: number('costMinutes'),
  },
  roads: {
    kmh: numbers('kmh'),
    slowFactor: number('percent'),
    speedAt: numbers('percent'),
    weather: { of: 'word', codes: weathers },
    weatherUntil: { of: 'moment' },
    speedIn: numbers('percent'),
    detour: number('times'),
  },
  positions: {
    liveMaxAgeS: number('seconds'),
    liveMaxAccuracyM: number('metres'),
    recentMaxAgeS: number('minutes'),
    recentMaxAccuracyM: number('metres'),
    driftMps: number('mps'),
    w3: number('costMinutes'),
    implausibleAt: number('points'),
  },
  answers: {
    assumedChance: numbers('weight'),
    assumedReply: numbers('weight'),
    assumedComes: number('percent'),
    assumedUnreachable: number('percent'),
    decides: number('percent'),
    exactWork: number('steps'),
  },
} as const satisfies Record<string, Partial<Record<keyof PolicySettings, FieldKind>>>
export type PolicyGroup = keyof typeof policyGroups

type Grouped = { [G in PolicyGroup]: keyof (typeof policyGroups)[G] }[PolicyGroup]
/** A setting that no group shows does not compile. */
const { asking, load, priority, roads, positions, answers } = policyGroups
export const policyFields = {
  ...asking,
  ...load,
  ...priority,
  ...roads,
  ...positions,
  ...answers,
} satisfies Record<keyof PolicySettings, FieldKind> & Record<Grouped, FieldKind>

export const slaFields = {
  verifyS: number('minutes'),
  firstOffersS: number('minutes'),
  acceptS: number('minutes'),
  arriveS: numbers('minutes'),
  checkinS: number('minutes'),
  trcS: number('minutes'),
  reviewS: number('minutes'),
} satisfies Record<keyof Sla, FieldKind>
