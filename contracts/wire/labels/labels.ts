import type { Due } from '#contracts/domain/incident/due.ts'
import type { Alarm, Assignment } from '#contracts/domain/incident/state.ts'
import type {
  AssignmentState,
  IncidentStatus,
  NeedStatus,
  OfferEnd,
  OfferEndReason,
  PositionSource,
} from '#contracts/domain/incident/words.ts'
import type { Role } from '#contracts/domain/roles.ts'
import type { Duty, Standing } from '#contracts/domain/volunteer/facts.ts'
import type {
  CallReason,
  DeclineReason,
  Hazard,
  IntakeChannel,
  NeedVehicle,
  Referral,
  RejectReason,
  Severity,
  Skill,
  TaskType,
  facilityTypes,
} from '#contracts/domain/words.ts'
import type { ZoneKind, ZoneState } from '#contracts/domain/zone/zone.ts'
import { english } from './en.ts'
import { indonesian } from './id.ts'

/** What a person reads for each code of the closed lists; complete by type, one file for each language. */
export interface Labels {
  hazard: Record<Hazard, string>
  severity: Record<Severity, string>
  task: Record<TaskType, string>
  vehicle: Record<NeedVehicle, string>
  skill: Record<Skill, string>
  incident: Record<IncidentStatus, string>
  need: Record<NeedStatus, string>
  /** `open` and how an offer ended. */
  offer: Record<'open' | OfferEnd, string>
  /** Why an offer ended or a person was called home. */
  ending: Record<OfferEndReason | 'no_answer' | 'undelivered' | 'reassigned', string>
  assignment: Record<AssignmentState, string>
  /** Receipt of a confirmation or a stand-down. */
  receipt: Record<NonNullable<Assignment['acks']['confirmed']>, string>
  /** Why somebody wanted to see a number. */
  callReason: Record<CallReason, string>
  decline: Record<DeclineReason, string>
  reject: Record<RejectReason, string>
  channel: Record<IntakeChannel, string>
  referral: Record<Referral, string>
  alarm: Record<Alarm['what'], string>
  /** What a missed deadline was about. */
  deadline: Record<Exclude<Due['what'], 'wave' | 'expiry'>, string>
  duty: Record<Duty, string>
  standing: Record<Standing, string>
  position: Record<PositionSource, string>
  facility: Record<(typeof facilityTypes)[number], string>
  role: Record<Role, string>
  zoneKind: Record<ZoneKind, string>
  zoneState: Record<ZoneState, string>
  /** Why somebody considered was not asked, by the codes of matching; an unknown code has no label. */
  matchReason: Readonly<Record<string, string>>
  /** What a person may do about a stalled need. */
  remedy: Readonly<Record<string, string>>
}

export const locales = ['id', 'en'] as const
export type Locale = (typeof locales)[number]

const byLocale = { id: indonesian, en: english } satisfies Record<Locale, Labels>

export const labelsIn = (locale: Locale): Labels => byLocale[locale]
