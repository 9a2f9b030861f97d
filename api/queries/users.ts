import { Refusal } from '#contracts/domain/refusal.ts'
import type { Credential, Filed, RefreshToken } from '#contracts/store/documents.ts'
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

/** Where anybody of the agency is signed in. */
export const allSessions = async (
  { userQueries, credentials, sessions, clock }: Context,
  { agencyId, sid }: Caller,
): Promise<Answer<Routes['allSessions']>> => {
  const [docs, known] = await Promise.all([userQueries.ofAgency(agencyId), credentials.ofAgency(agencyId)])
  const roleOf = new Map(docs.map(({ _id, state }) => [_id, state.role]))
  const found = await sessions.ofUsers([...roleOf.keys()], clock.now().toISOString())
  return {
    sessions: found.flatMap((token) => {
      const { userId, family } = token
      const role = roleOf.get(userId)
      const displayName = known.get(userId)?.displayName ?? ''
      return role === undefined
        ? []
        : [{ ...sessionView(token), current: family === sid, userId, displayName, role }]
    }),
  }
}

const sessionView = ({ family, device, issuedAt, expiresAt }: RefreshToken) => ({
  sid: family,
  device: device ?? null,
  lastUsedAt: issuedAt,
  expiresAt,
})

const sessionsOf = async ({ sessions, clock }: Context, userId: string) =>
  (await sessions.ofUsers([userId], clock.now().toISOString())).map(sessionView)
