import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Request, RequestHandler } from 'express'
import { pinoHttp } from 'pino-http'
import type { Ids } from '#contracts/runtime/ids.ts'
import type { Logger } from '#contracts/runtime/log.ts'
import type { Metrics } from '../metrics.ts'

/**
 * The template of the route that answered, such as `/api/v1/incidents/:id`. Addresses themselves are not logged: task
 * links and searches are personal. Express forgets under which mount a router answered when that ends in an error.
 */
const routeOf = (req: IncomingMessage, mounts: readonly string[]): string => {
  const { originalUrl = '', route } = req as Partial<Request>
  const path: unknown = route?.path
  if (typeof path !== 'string') return 'none'
  return `${mounts.find((mount) => originalUrl.startsWith(`${mount}/`)) ?? ''}${path}`
}

interface Timed {
  responseTime: number
}

const levelOf = (status: number) => (status >= 500 ? 'error' : 'info')

/** Gives each request an id (answered as `x-request-id`), a logger bound to it, one line at the end and a measurement. */
export const requestLog = (
  log: Logger,
  ids: Ids,
  metrics: Metrics,
  mounts: readonly string[],
): RequestHandler => {
  /** What the line at the end says. */
  const said = (req: IncomingMessage, res: ServerResponse, { responseTime }: Timed) => ({
    method: req.method,
    route: routeOf(req, mounts),
    status: res.statusCode,
    tookMs: responseTime,
  })
  const logger = pinoHttp({
    logger: log,
    genReqId: (_req, res) => {
      const id = ids.next('req')
      res.setHeader('x-request-id', id)
      return id
    },
    customAttributeKeys: { reqId: 'request' },
    // Bound to the logger is the id alone: pino-http would bind the whole request, with its address and headers.
    quietReqLogger: true,
    // Its own serializer of errors would write their messages and stacks as they are.
    wrapSerializers: false,
    quietResLogger: true,
    customSuccessObject: said,
    customErrorObject: (req, res, _error, { responseTime }: Timed) => said(req, res, { responseTime }),
    customLogLevel: (_req, res) => levelOf(res.statusCode),
    customSuccessMessage: () => 'answered',
    customErrorMessage: () => 'answered with an error',
  })
  return (req, res, next) => {
    const startedAt = performance.now()
    res.on('finish', () => {
      const labels = { method: req.method, route: routeOf(req, mounts), status: res.statusCode }
      metrics.observe(labels, (performance.now() - startedAt) / 1000)
    })
    logger(req, res)
    next()
  }
}

export const idOf = ({ id }: Request): string => (typeof id === 'string' ? id : '')
