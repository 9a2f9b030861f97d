import type { Request, Response } from 'express'
import type { Op } from '#contracts/store/ledger.ts'
import type { Route } from '#contracts/wire/routes/route.ts'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import type { Changed, Shown } from '../changed.ts'
import type { Answer, Given } from '../route-types.ts'

/** Before anybody is signed in; the only handlers that see the request itself, for its cookie. */
export interface PublicCall<R extends Route> extends Given<R> {
  req: Request
  res: Response
}
export interface ReadCall<R extends Route> extends Given<R> {
  caller: Caller
}
/** `op` is the same for every repeat with one Idempotency-Key. */
export interface ChangeCall<R extends Route> extends ReadCall<R> {
  op: Op
}

/**
 * The handler of a route: reads answer the view; changes say what they changed, and the view of it is answered (the same
 * way for the first call and for each repeat).
 */
export type Handler<R extends Route> = R extends { action: 'public' }
  ? (context: Context, call: PublicCall<R>) => Promise<Answer<R>>
  : R extends { method: 'get' }
    ? (context: Context, call: ReadCall<R>) => Promise<Answer<R>>
    : (context: Context, call: ChangeCall<R>) => Promise<Changed & Shown>

/** Handlers of a part of the catalogue. */
export type Handlers<C extends Record<string, Route>> = { [N in keyof C]: Handler<C[N]> }
