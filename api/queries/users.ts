import { Refusal } from '#contracts/domain/refusal.ts'
import type { Credential, Filed } from '#contracts/store/documents.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { UserView } from '#contracts/wire/routes/users.ts'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import type { Answer } from '../route-types.ts'

const viewOf = ({ _id: id, version, state }: Filed<'user'>, credential?: Credential | null): UserView => ({
  id,
  version,
  login: credential?.login ?? '',
  displayName: credential?.displayName ?? '',
  role: state.role,
  partnerId: state.partnerId,
  status: state.status,
  createdAt: state.createdAt,
  changedAt: state.changedAt,
})

/** @throws Refusal `not_found` also for another agency's */
export const userDoc = async (context: Context, agencyId: string, id: string): Promise<Filed<'user'>> => {
  const doc = await context.store.ledger.load('user', id)
  if (doc === null || doc.agencyId !== agencyId) throw new Refusal('not_found')
  return doc
}

/** @throws Refusal `not_found` */
export const userView = async (context: Context, agencyId: string, id: string): Promise<UserView> =>
  viewOf(await userDoc(context, agencyId, id), await context.credentials.ofUser(id))

export const listUsers = async (
  { userQueries, credentials }: Context,
  agencyId: string,
): Promise<Answer<Routes['listUsers']>> => {
  const [docs, known] = await Promise.all([userQueries.ofAgency(agencyId), credentials.ofAgency(agencyId)])
  return { users: docs.map((doc) => viewOf(doc, known.get(doc._id))) }
}

/** Where somebody is signed in. @throws Refusal `not_found` */
export const listSessions = async (
  context: Context,
  agencyId: string,
  id: string,
): Promise<Answer<Routes['listSessions']>> => {
  await userDoc(context, agencyId, id)
  return { sessions: await sessionsOf(context, id) }
}

/** Where the caller himself is signed in. */
export const ownSessions = async (
  context: Context,
  { userId, sid }: Caller,
): Promise<Answer<Routes['ownSessions']>> => {
  const sessions = await sessionsOf(context, userId)
  return { sessions: sessions.map((session) => ({ ...session, current: session.sid === sid })) }
}

const sessionsOf = async ({ sessions, clock }: Context, userId: string) => {
  const found = await sessions.ofUser(userId, clock.now().toISOString())
  return found.map(({ family, device = null, issuedAt, expiresAt }) => ({
    sid: family,
    device,
    lastUsedAt: issuedAt,
    expiresAt,
  }))
}
