import type { Me } from '#contracts/wire/routes/session.ts'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import { actionsOf } from '../policies.ts'

/** Who is signed in, and what he may do. */
export const whoIs = async (context: Context, caller: Caller): Promise<Me> => {
  const { userId, agencyId, role } = caller
  const [agency, credential] = await Promise.all([
    context.agencies.of(agencyId),
    context.credentials.ofUser(userId),
  ])
  return {
    userId,
    displayName: credential?.displayName ?? '',
    agencyId,
    agencyName: agency.name,
    role,
    actions: actionsOf(role),
  }
}
