import type { policyRoutes } from '#contracts/wire/routes/policy.ts'
import { listPolicyChanges, readPolicy } from '../queries/policy.ts'
import { changePolicy } from '../usecases/policy/change-policy.ts'
import type { Handlers } from './handler.ts'

export const policyHandlers: Handlers<typeof policyRoutes> = {
  readPolicy: (context, { caller }) => readPolicy(context, caller.agencyId),
  listPolicyChanges: (context, { caller }) => listPolicyChanges(context, caller.agencyId),
  changePolicy: (context, { op, body }) => changePolicy(context, op, body),
}
