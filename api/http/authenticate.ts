import type { Request } from 'express'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import { Trouble } from '../trouble.ts'
import { readAccess } from '../usecases/session/access-token.ts'

/** Who sends this request. @throws Trouble `not_signed_in` without a valid token of somebody who may still come in */
export const authenticate = async (context: Context, req: Request): Promise<Caller> => {
  const [, token] = /^Bearer ([\w.-]+)$/.exec(req.headers.authorization ?? '') ?? []
  if (token === undefined) throw new Trouble('not_signed_in')
  const payload = readAccess(token, context.config.jwtSecret, context.clock.now())
  const caller = await context.standing.of(payload)
  if (caller === null) throw new Trouble('not_signed_in')
  return caller
}
