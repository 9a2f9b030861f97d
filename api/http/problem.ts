import type { ErrorRequestHandler, RequestHandler } from 'express'
import { Trouble } from '../trouble.ts'
import { idOf } from './request-log.ts'
import { toProblem } from './to-problem.ts'

/** The last handler: every error becomes problem+json, without a stack, with the id of its log lines. */
export const problemHandler: ErrorRequestHandler = (error: unknown, req, res, next) => {
  if (res.headersSent) {
    next(error)
    return
  }
  const { problem, headers } = toProblem(error, idOf(req))
  const { code, status } = problem
  if (status >= 500) req.log.error({ err: error, problem: code, status }, 'answered with a problem')
  else req.log.info({ problem: code, status }, 'answered with a problem')
  res.status(status).set(headers).type('application/problem+json').send(JSON.stringify(problem))
}

export const noRoute: RequestHandler = () => {
  throw new Trouble('no_route')
}

/** For a path that exists under other methods. */
export const wrongMethod =
  (allowed: readonly string[]): RequestHandler =>
  () => {
    throw new Trouble('method', { headers: { allow: allowed.join(', ').toUpperCase() } })
  }
