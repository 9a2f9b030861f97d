import express, { type Express } from 'express'
import type { Context } from './context.ts'
import { boundariesRouter } from './http/boundaries.ts'
import { dashboardRouter } from './http/dashboard.ts'
import { docsRouter } from './http/docs/router.ts'
import { securityHeaders } from './http/headers.ts'
import { healthRouter } from './http/health.ts'
import { PARTNER, partnerRouter } from './http/partner/router.ts'
import { noRoute, problemHandler } from './http/problem.ts'
import { API, apiRouter } from './http/register.ts'
import { requestLog } from './http/request-log.ts'
import { openStreets } from './http/streets/open.ts'
import { streetsRouter } from './http/streets/router.ts'
import { personalRouter } from './pages/personal/router.ts'
import { PERSONAL } from './pages/personal/visitor.ts'
import { PAGES, pagesRouter } from './pages/router.ts'

/** Everything that is answered over HTTP, in this order. */
export const createApp = (context: Context): Express => {
  const { config, log, ids, metrics } = context
  const streets = openStreets(config.mapStreets, log)
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('query parser', 'simple')
  app.set('trust proxy', config.trustProxy.length > 0 ? [...config.trustProxy] : false)
  app.use(requestLog(log, ids, metrics, [PARTNER, PAGES, PERSONAL, API]))
  app.use(securityHeaders({ localMode: config.localMode, streetHosts: streets.origins }))
  // Before anything that parses: a partner's signature is over the raw bytes.
  app.use(PARTNER, partnerRouter(context))
  app.use(PAGES, pagesRouter(context))
  app.use(PERSONAL, personalRouter(context))
  app.use(healthRouter(context))
  app.use(docsRouter(context))
  app.use(API, apiRouter(context))
  app.use(boundariesRouter(config.mapBoundaries))
  app.use(streetsRouter(context, streets))
  if (config.dashboardDir !== null) app.use(dashboardRouter(config.dashboardDir))
  app.use(noRoute)
  app.use(problemHandler)
  return app
}
