import { z } from 'zod'
import { Instant } from '../instant.ts'
import { Severity } from '../words.ts'
import { dayParts, LEAST_SPEED, weathers } from './speed.ts'

const positive = z.number().positive()
const notNegative = z.number().nonnegative()
const part = z.number().min(0).max(1)
const speed = z.number().min(LEAST_SPEED).max(1)

/** Limits that rise; the last one, null, is the whole city. */
const rising = (limits: readonly (number | null)[]): boolean =>
  limits.at(-1) === null &&
  limits
    .slice(0, -1)
    .every((limit, ring) => limit !== null && limit > (ring === 0 ? 0 : (limits[ring - 1] ?? Infinity)))

/** How an agency asks, as it is kept and edited; every field has its default, with the reason, in `defaults.ts`. */
export const PolicySettings = z.strictObject({
  /** Road metres per straight metre. */
  detour: z.number().min(1).max(10),
  kmh: z.strictObject({ motorcycle: positive.max(120), car: positive.max(120), pickup: positive.max(120) }),
  /** Multiplies the speed: 1, or less in heavy rain or at night. Above 0. */
  slowFactor: speed,
  /** The same for the hours of a day in Kupang, and for weather; they multiply `slowFactor`. */
  speedAt: z.record(z.enum(dayParts), speed),
  speedIn: z.strictObject({ heavy_rain: speed, cyclone: speed }),
  /** The weather that the agency says it is, and until when. Any but `fair` wants an end (commands.ts); null in older policies: until it says otherwise. */
  weather: z.enum(weathers),
  weatherUntil: Instant.nullable(),
  /** Limits of the rings in seconds of arrival, rising; null, the last, is the whole city. */
  ringsEtaS: z
    .array(positive.nullable())
    .min(1)
    .max(10)
    .refine(rising, 'rising, and null as the last')
    .readonly(),
  /** Persons asked per open slot; null: the smallest set worth asking, from what each person answered before. */
  overAsk: z.number().min(1).max(20).nullable(),
  /** The most that are asked for one slot at the same time. */
  mostPerSlot: z.int().min(1).max(50),
  /** What is expected of people before they have answered often enough to be known. */
  assumedChance: z.strictObject({ mean: z.number().gt(0).lt(1), strength: positive.max(500) }),
  assumedReply: z.strictObject({ medianS: positive.max(3600), sigma: positive.max(3) }),
  /** Of those who say yes, the part that comes, until the agency's own tasks have told. */
  assumedComes: z.number().gt(0).max(1),
  /** Of those asked who keep silent, the part that nothing may reach tonight: by it a run of silences is judged. 0: silence is but an answer. */
  assumedUnreachable: z.number().min(0).max(0.9),
  /** Of those who do not say yes, the part that declines; the others keep silent. */
  decides: part,
  /** Mean replies of arrival that one more alert has to win: dearer alerts disturb fewer people and arrive later. */
  alertPrice: notNegative.max(10),
  /** The chance of enough arrivals in time that a ring must offer, or the next ring is asked too. */
  targetChance: part,
  /** A set that is likelier to fail than this is filled up within its ring. */
  leastChance: part,
  /** Open offers of one incident that may be taken back for more urgent needs; 0: an offer that is open stays as it is. */
  mostSwaps: z.int().min(0).max(10),
  /** Seconds of arrival that taking an offer back must win beyond what it costs. */
  swapWinS: notNegative.max(3600),
  /** People asked beyond need for one incident who may be asked instead for others that have nobody; 0: they stay. */
  mostSpares: z.int().min(0).max(10),
  /** Minutes that one alert already received today weighs. */
  w1: notNegative.max(120),
  /** Minutes that one task already served this week weighs. */
  w2: notNegative.max(120),
  /** Minutes that one point of implausibility of his fixes weighs. */
  w3: notNegative.max(120),
  /** Points of implausibility from which nobody is asked. */
  implausibleAt: positive.max(100),
  /** Volunteers with a passenger: the last ones asked, or ranked by when they come once he is dropped off, or not asked at all. */
  onTrip: z.enum(['last', 'after_drop_off', 'never']),
  /** Seconds until a passenger is dropped off, added to the ETA. */
  dropOffS: notNegative.max(7200),
  /** Seconds that a passenger weighs beyond the drop-off, where they are asked last. */
  onTripPenaltyS: notNegative.max(36_000),
  liveMaxAgeS: positive.max(3600),
  liveMaxAccuracyM: positive.max(5000),
  recentMaxAgeS: positive.max(86_400),
  recentMaxAccuracyM: positive.max(20_000),
  /** Metres a second that a waiting volunteer strays from his last fix. */
  driftMps: notNegative.max(30),
  /** Alerts in 24 hours after which nobody is asked. */
  alertsPerDay: z.int().min(1).max(1000),
  /** Seconds that nobody is asked after a no, or after an offer that he left unanswered. */
  coolDownS: notNegative.max(3600),
  /** Seconds on duty in 24 hours after which nobody is asked. */
  dutyLimitS: positive.max(86_400),
  /** The papers without which nobody is asked; what has expired stops him in any case. */
  demands: z.strictObject({ insurance: z.boolean(), training: z.boolean() }),
  /** Seconds of rest after a task, for whoever works out `restUntil`. */
  restS: notNegative.max(86_400),
  /** Minutes that an open slot with nobody asked for it weighs; nobody is asked at a higher cost. */
  waitingCost: positive.max(10_000),
  /** The same for the second copy of a slot whose first is asked. */
  spareCost: positive.max(10_000),
  severityWeight: z.record(Severity, positive.max(1000)),
  /** Seconds in which the priority of an incident doubles, growing evenly. */
  ageDoublesS: positive.max(86_400),
  /** The most that age multiplies a priority by. */
  ageFactorMax: z.number().min(1).max(100),
  /** Seconds from a wave to the next. */
  waveS: z.record(Severity, z.number().min(5).max(600)),
  /** Seconds that an offer lives, by the way it reaches the volunteer. */
  expiresS: z.strictObject({ webhook: z.number().min(1).max(3600), link: z.number().min(1).max(7200) }),
  /** Pairs that the exact solver may look at in a round; a round that would take more is solved greedily. */
  exactWork: notNegative.max(1e12),
})
export type PolicySettings = z.infer<typeof PolicySettings>

/** The settings by the name of their version, which every round and offer they decided keeps. */
export type MatchPolicy = PolicySettings & { version: string }
