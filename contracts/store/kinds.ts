import type { Birth, EntityKind, FactBody, Happened } from '#contracts/domain/fact.ts'
import { nextDueOf } from '#contracts/domain/incident/due.ts'
import { evolveIncident } from '#contracts/domain/incident/evolve.ts'
import type { IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import { evolvePartner, type PartnerFactBody } from '#contracts/domain/partner/partner.ts'
import { evolvePolicy, type PolicyFactBody } from '#contracts/domain/policy/policy.ts'
import { evolveProcedure, type ProcedureFactBody } from '#contracts/domain/procedure/procedure.ts'
import { evolveShift, type ShiftFactBody } from '#contracts/domain/shift/shift.ts'
import type { Sla } from '#contracts/domain/sla.ts'
import { evolveUser, type UserFactBody } from '#contracts/domain/user/user.ts'
import type { VolunteerFactBody } from '#contracts/domain/volunteer/facts.ts'
import { evolveVolunteer, nextDutyEnd } from '#contracts/domain/volunteer/state.ts'
import { evolveZone, type ZoneFactBody } from '#contracts/domain/zone/zone.ts'
import type { StateOf } from './documents.ts'

/** The bodies of facts of each kind. */
export interface BodyOf {
  incident: IncidentFactBody
  volunteer: VolunteerFactBody
  partner: PartnerFactBody
  user: UserFactBody
  zone: ZoneFactBody
  policy: PolicyFactBody
  procedure: ProcedureFactBody
  shift: ShiftFactBody
}

export interface Kind<K extends EntityKind> {
  evolve: (state: StateOf[K] | null, fact: Happened<BodyOf[K]>, birth: Birth) => StateOf[K] | null
  nextDue: (state: StateOf[K]) => Instant | null
}

/** How each kind folds its facts and when it next wants attention. */
export const createKinds = (sla: Sla): { [K in EntityKind]: Kind<K> } => ({
  incident: { evolve: evolveIncident, nextDue: (state) => nextDueOf(state, sla) },
  volunteer: { evolve: evolveVolunteer, nextDue: nextDutyEnd },
  partner: { evolve: evolvePartner, nextDue: () => null },
  user: { evolve: evolveUser, nextDue: () => null },
  zone: { evolve: evolveZone, nextDue: () => null },
  policy: { evolve: evolvePolicy, nextDue: () => null },
  procedure: { evolve: evolveProcedure, nextDue: () => null },
  shift: { evolve: evolveShift, nextDue: () => null },
})

export type AnyBody = FactBody
