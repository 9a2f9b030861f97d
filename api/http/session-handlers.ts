import type { Request, Response } from 'express'
import type { referenceRoutes, sessionRoutes } from '#contracts/wire/routes/session.ts'
import type { Context } from '../context.ts'
import { factsFor, heardKinds } from '../live/audience.ts'
import { listAlarms } from '../queries/alarms.ts'
import { listDeliveries } from '../queries/deliveries.ts'
import { whoIs } from '../queries/me.ts'
import { nearestKelurahan, reference } from '../queries/reference.ts'
import { Trouble } from '../trouble.ts'
import { deviceOf } from '../usecases/session/device.ts'
import type { SignedIn } from '../usecases/session/issue.ts'
import { refresh } from '../usecases/session/refresh.ts'
import { signIn } from '../usecases/session/sign-in.ts'
import { signOut } from '../usecases/session/sign-out.ts'
import type { Handlers } from './handler.ts'
import { mustBeOwnOrigin } from './origin.ts'
import { dropCookie, readCookie, setCookie } from './refresh-cookie.ts'

/** The refresh token goes into the cookie, the rest into the body. */
const handOver = (context: Context, res: Response, { refreshToken, ...rest }: SignedIn) => {
  setCookie(res, refreshToken, context.config)
  return rest
}

const refreshOrForget = async (context: Context, req: Request, res: Response): Promise<SignedIn> => {
  const token = readCookie(req)
  if (token === null) throw new Trouble('not_signed_in')
  try {
    return await refresh(context, token)
  } catch (error) {
    if (error instanceof Trouble) dropCookie(res, context.config)
    throw error
  }
}

export const sessionHandlers: Handlers<typeof sessionRoutes> = {
  login: async (context, { req, res, body }) => {
    mustBeOwnOrigin(req, context.config)
    const address = req.ip ?? ''
    const device = deviceOf(req.get('user-agent'))
    return handOver(context, res, await signIn(context, { ...body, address, device }))
  },
  refresh: async (context, { req, res }) => {
    mustBeOwnOrigin(req, context.config)
    return handOver(context, res, await refreshOrForget(context, req, res))
  },
  logout: async (context, { req, res }) => {
    mustBeOwnOrigin(req, context.config)
    const token = readCookie(req)
    if (token !== null) await signOut(context, token)
    dropCookie(res, context.config)
    return null
  },
  me: (context, { caller }) => whoIs(context, caller),
}

export const referenceHandlers: Handlers<typeof referenceRoutes> = {
  reference: (context, { caller }) => reference(context, caller.agencyId),
  nearestKelurahan: (context, { caller, query: { count, ...point } }) =>
    nearestKelurahan(context, caller.agencyId, point, count),
  listAlarms: (context, { caller }) => listAlarms(context, caller),
  listFacts: async (context, { caller, query }) => {
    const { cursors } = context.store
    const [facts, head] = await Promise.all([
      cursors.after(caller.agencyId, query.after, query.limit, heardKinds(caller)),
      cursors.head(caller.agencyId),
    ])
    return { facts: factsFor(caller, facts), head: head.seq }
  },
  listDeliveries: (context, { caller, query }) => listDeliveries(context, caller, query),
}
