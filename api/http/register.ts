import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { digest } from '#contracts/runtime/ids.ts'
import { stableJson } from '#contracts/runtime/stable-json.ts'
import { routes, type RouteName } from '#contracts/wire/routes/all.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Route, Upload } from '#contracts/wire/routes/route.ts'
import { opOf, type Caller } from '../caller.ts'
import type { Changed, Shown } from '../changed.ts'
import type { Context } from '../context.ts'
import { mayDo } from '../policies.ts'
import { Trouble } from '../trouble.ts'
import { authenticate } from './authenticate.ts'
import { handlers } from './handlers.ts'
import { readJson } from './json-body.ts'
import { readUpload } from './upload-body.ts'
import { once } from './once.ts'
import { parseInput } from './parse-input.ts'
import { present } from './present.ts'
import { wrongMethod } from './problem.ts'

export const API = '/api/v1'
const Headers = z.object({
  headers: z.object({
    'idempotency-key': z.string().regex(/^[!-~]{1,128}$/, '1 to 128 visible ASCII characters'),
  }),
})
const Nothing = z.strictObject({})

/** What came in, of a route that is known at run time only. */
interface AnyGiven {
  params: unknown
  query: unknown
  body: unknown
}
interface AnyCall extends AnyGiven {
  caller?: Caller
  op?: Op
  req?: Request
  res?: Response
}

const handlerOf = (name: RouteName) => handlers[name] as (context: Context, call: AnyCall) => Promise<unknown>

/** What came in the body of a route that has one: JSON, or the bytes of an upload. */
const bodyOf = ({ upload }: Route, req: Request, res: Response): Promise<unknown> =>
  upload === undefined ? readJson(req, res) : readUpload(upload, req, res)

/** Bytes are known by their digest. */
const sameAs = (name: RouteName, { body, ...given }: AnyGiven): string => {
  const isUpload = (routes[name] as Route).upload !== undefined
  return digest(stableJson({ name, ...given, body: isUpload ? digest((body as Upload).bytes) : body }))
}

/** @throws Trouble `invalid` with paths that begin with `params`, `query` or `body` */
const validated = async (route: Route, req: Request, res: Response): Promise<AnyGiven> => {
  const input = {
    params: req.params,
    query: req.query,
    body: route.body === undefined ? {} : await bodyOf(route, req, res),
  }
  const { params = Nothing, query = Nothing, body = Nothing } = route
  return parseInput(z.object({ params, query, body }), input)
}

const keyOf = (req: Request): string | null => {
  const header = req.headers['idempotency-key']
  return header === undefined
    ? null
    : parseInput(Headers, { headers: { 'idempotency-key': header } }).headers['idempotency-key']
}

const change = async (
  context: Context,
  name: RouteName,
  req: Request,
  caller: Caller,
  given: AnyGiven,
): Promise<unknown> => {
  const { unkeyed }: Route = routes[name]
  const key = unkeyed === true ? null : keyOf(req)
  const op = opOf(caller, key ?? context.ids.next('key'))
  let shown: Shown['shown']
  const run = async (): Promise<Changed> => {
    const done = (await handlerOf(name)(context, { ...given, caller, op })) as Changed & Shown
    shown = done.shown
    return { kind: done.kind, id: done.id }
  }
  const same = { id: `user:${caller.userId}:${key}`, digest: sameAs(name, given) }
  const changed = key === null ? await run() : await once(context, same, run)
  return { ...(await present(context, caller.agencyId, changed)), ...shown }
}

/** Who (401), may he (403), is it well formed (400), then the handler. */
const answer = async (context: Context, name: RouteName, req: Request, res: Response): Promise<unknown> => {
  const route: Route = routes[name]
  if (route.action === 'public')
    return handlerOf(name)(context, { ...(await validated(route, req, res)), req, res })
  const caller = await authenticate(context, req)
  if (route.action !== 'self' && !mayDo(caller.role, route.action)) throw new Trouble('forbidden')
  const given = await validated(route, req, res)
  if (route.method === 'get') return handlerOf(name)(context, { ...given, caller })
  return change(context, name, req, caller, given)
}

/** Every route of the catalogue, and a 405 for the methods that a known path does not have. */
export const apiRouter = (context: Context): Router => {
  const router = Router({ caseSensitive: true, strict: true })
  const methods = new Map<string, string[]>()
  for (const name of Object.keys(routes) as RouteName[]) {
    const { method, path, status, media }: Route = routes[name]
    methods.set(path, [...(methods.get(path) ?? []), method])
    router[method](path, async (req, res) => {
      const body = await answer(context, name, req, res)
      res.status(status).set('cache-control', 'private, no-store')
      if (media !== undefined && body instanceof Uint8Array) res.type(media).send(Buffer.from(body))
      else if (status === 204) res.end()
      else res.json(body)
    })
  }
  for (const [path, allowed] of methods) router.all(path, wrongMethod(allowed))
  return router
}
