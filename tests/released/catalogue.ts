import { incidentFacts } from '#contracts/domain/incident/facts.ts'
import { partnerFacts } from '#contracts/domain/partner/partner.ts'
import { policyFacts } from '#contracts/domain/policy/policy.ts'
import { procedureFacts } from '#contracts/domain/procedure/procedure.ts'
import { shiftFacts } from '#contracts/domain/shift/shift.ts'
import { userFacts } from '#contracts/domain/user/user.ts'
import { volunteerFacts } from '#contracts/domain/volunteer/facts.ts'
import { zoneFacts } from '#contracts/domain/zone/zone.ts'

/** Every type of fact that there is now, with its schema. */
export const factSchemas = {
  ...incidentFacts,
  ...volunteerFacts,
  ...partnerFacts,
  ...userFacts,
  ...shiftFacts,
  ...zoneFacts,
  ...policyFacts,
  ...procedureFacts,
}
